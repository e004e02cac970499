import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    environment: "node",
    globalSetup: "test/support/run-folder.ts",
    hookTimeout: 180_000,
    testTimeout: 180_000,
    // Two cores are what the suite is promised on. vitest alone would leave one of them idle.
    maxWorkers: 2,
    env: { TZ: "UTC", LOG_LEVEL: "warn" },
  },
});
