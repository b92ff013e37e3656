import { defineConfig } from "vitest/config";

const DATE_TESTS = ["packages/schema/src/**/*.test.ts", "packages/view/src/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/**/*.test.{ts,tsx}", "apps/**/*.test.{ts,tsx}"],
          env: { TZ: "UTC" },
          globalSetup: ["apps/email-digest/src/testing/stop-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "west of Greenwich", include: DATE_TESTS, env: { TZ: "America/Los_Angeles" } } },
      {
        test: {
          name: "spanning",
          include: ["tests/**/*.test.ts"],
          env: { TZ: "UTC" },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
