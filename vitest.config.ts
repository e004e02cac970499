import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    environment: "node",
    hookTimeout: 60_000,
    testTimeout: 60_000,
    // Two cores are what the suite is promised on. vitest alone would leave one of them idle.
    maxWorkers: 2,
    env: { TZ: "UTC", LOG_LEVEL: "warn" },
  },
});
