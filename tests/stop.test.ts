import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { findFreePort } from "./support/free-port.ts";
import { ROOT, STATE } from "./support/places.ts";
import { startService } from "./support/running-service.ts";

/** Where another account can go, which runs the database for root. */
const FOLDER = join(STATE, "tests", "stop");

afterEach(() => rm(FOLDER, { recursive: true, force: true }));

test("a service whose launcher was killed ends as if it had been asked to", async () => {
  const service = await startService(FOLDER, {
    PORT: String(await findFreePort()),
    CV_DIR: join(ROOT, "tests/fixtures/full"),
  });
  expect(await service.release()).toBe(0);
  expect(existsSync(join(FOLDER, "db", "data", "postmaster.pid"))).toBe(false);
});

test("signals that follow the first cut nothing off: the database ends with the service", async () => {
  const port = String(await findFreePort());
  const service = await startService(FOLDER, {
    PORT: port,
    CV_DIR: join(ROOT, "tests/fixtures/full"),
  });
  const running = join(FOLDER, "db", "data", "postmaster.pid");
  expect(existsSync(running)).toBe(true);
  // To the group and handed on by a launcher; then by somebody who does not want to wait.
  expect(await service.stop("SIGTERM", "SIGTERM", "SIGINT", "SIGHUP")).toBe(0);
  expect(existsSync(running)).toBe(false);
  expect(service.output()).toContain("Stopping; mail under way is finished first.");
});
