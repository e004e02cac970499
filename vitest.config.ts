import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    environment: "node",
    hookTimeout: 60_000,
    testTimeout: 60_000,
    env: { TZ: "UTC", LOG_LEVEL: "warn" },
  },
});
