import { defineConfig } from "vitest/config";
import { alone } from "./test/support/alone.ts";

export default defineConfig({
  test: {
    environment: "node",
    globalSetup: "test/support/run-folder.ts",
    hookTimeout: 180_000,
    testTimeout: 180_000,
    // Two cores are what the suite is promised on. vitest alone would leave one of them idle.
    maxWorkers: 2,
    env: { TZ: "UTC", LOG_LEVEL: "warn" },
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      { extends: true, test: { name: "shared", include: ["test/**/*.test.ts"], exclude: alone, isolate: false } },
    ],
  },
});
