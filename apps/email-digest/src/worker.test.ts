import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "./config.ts";
import { nextSlots, readSchedule } from "./editions/schedule.ts";
import { listSlots } from "./editions/slot.ts";
import { FaultyRecord } from "./faulty-record.ts";
import { openService, type Service } from "./service.ts";
import { countWorkers } from "./delivery/count-workers.ts";
import { openTestDatabase } from "./testing/test-database.ts";
import { startWorker } from "./worker.ts";

const RECORD = resolve(import.meta.dirname, "../../../tests/fixtures/full");

let folder: string;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let service: Service;
let errors: string[];
const onError = (error: unknown) => void errors.push(String(error));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-worker-"));
  database = await openTestDatabase();
  for (const [name, value] of Object.entries({
    TRIPTYCH_DIR: folder,
    CV_DIR: RECORD,
    DATABASE_URL: database.url,
  }))
    vi.stubEnv(name, value);
  const read = readConfig();
  if (read.kind === "faulty") throw new Error(read.message);
  service = await openService(read.config, { isWorker: false, onError });
});
beforeEach(() => {
  errors = [];
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await service.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test("a worker that cannot start leaves nothing running", async () => {
  const work = vi.spyOn(service.jobs.boss, "work").mockImplementation(async () => {
    // By now the loop has its key.
    await expect.poll(() => countWorkers(database.db)).toBe(1);
    throw new Error("no such queue");
  });
  await expect(startWorker(service, onError)).rejects.toThrow("no such queue");
  work.mockRestore();
  await expect.poll(() => countWorkers(database.db)).toBe(0);
});

test("a slot whose edition cannot be made stays due, and is reported once", async () => {
  const { db, readCv } = service;
  const { settings } = await readCv();
  const schedule = readSchedule(settings);
  const start = (now: Date, composeEdition: Service["composeEdition"]) =>
    startWorker({ ...service, now: () => now, composeEdition }, onError).then((worker) =>
      worker.stop(),
    );
  const began = new Date("2026-01-01T12:00:00Z");
  await start(began, () => Promise.reject(new Error("not yet")));
  const [due] = nextSlots(schedule, began, 1);
  const late = new Date((due?.getTime() ?? 0) + 3_600_000);
  await start(late, () => Promise.reject(new FaultyRecord("publications.yaml:3 is wrong")));
  expect(errors).toEqual(["Error: publications.yaml:3 is wrong"]);
  expect(await listSlots(db, 5)).toEqual([]);
  await start(late, () =>
    Promise.resolve({ kind: "nothing-new", unpublished: { works: [], milestones: [] } }),
  );
  expect(errors.at(-1)).toContain("No worker ran at");
  expect(await listSlots(db, 5)).toMatchObject([{ slot: due, outcome: "nothing-new" }]);
});
