import { configDefaults, defineConfig } from "vitest/config";

/** They only read the built site, each with a browser of its own, and so run side by side. */
const SITE_TESTS = ["tests/web/**/*.test.ts"];

/** They share a database server, kill it and look at what is in it: one file at a time. */
const SERVICE_TESTS = ["apps/email-digest/**/*.test.{ts,tsx}"];

/** No machine is too slow for these: they only end what hangs. */
const PATIENCE = {
  testTimeout: 180_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

const DATE_TESTS = ["packages/schema/src/**/*.test.ts", "packages/view/src/**/*.test.ts"];

export default defineConfig({
  test: {
    // Left alone, one core stays idle, which on small machines is half of them.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/**/*.test.{ts,tsx}",
            "apps/**/*.test.{ts,tsx}",
            "scripts/**/*.test.mjs",
          ],
          exclude: [...configDefaults.exclude, ...SERVICE_TESTS],
          env: { TZ: "UTC" },
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "west of Greenwich",
          include: DATE_TESTS,
          env: { TZ: "America/Los_Angeles" },
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "service",
          include: SERVICE_TESTS,
          env: { TZ: "UTC" },
          globalSetup: ["apps/email-digest/src/testing/stop-database.ts"],
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "site",
          include: SITE_TESTS,
          env: { TZ: "UTC" },
          sequence: { groupOrder: 1 },
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "spanning",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...SITE_TESTS],
          sequence: { groupOrder: 2 },
          env: { TZ: "UTC" },
          ...PATIENCE,
        },
      },
    ],
  },
});
