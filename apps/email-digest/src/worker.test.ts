import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "./config.ts";
import { QUEUES } from "./database/jobs.ts";
import { FaultyRecord } from "./faulty-record.ts";
import { openService, type Service } from "./service.ts";
import { countWorkerLocks } from "./testing/worker-lock-count.ts";
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
  const schedule = vi.spyOn(service.jobs.boss, "schedule").mockImplementation(async () => {
    // By now the loop has its key.
    await expect.poll(() => countWorkerLocks(database.db)).toBe(1);
    throw new Error("no such schedule");
  });
  await expect(startWorker(service, onError)).rejects.toThrow("no such schedule");
  schedule.mockRestore();
  await expect.poll(() => countWorkerLocks(database.db)).toBe(0);
});

test("at its slot a faulty record waits for the next one, and anything else is tried again by the queue", async () => {
  const works = vi.spyOn(service.jobs.boss, "work");
  let failure: Error = new FaultyRecord("publications.yaml:3 is wrong");
  const worker = await startWorker(
    { ...service, composeEdition: () => Promise.reject(failure) },
    onError,
  );
  const takeUp = works.mock.calls.find(([queue]) => queue === QUEUES.edition)?.[2];
  works.mockRestore();
  if (typeof takeUp !== "function") throw new Error("nobody works on editions");
  await takeUp([] as never);
  expect(errors).toEqual(["Error: publications.yaml:3 is wrong"]);
  failure = new Error("Connection terminated");
  await expect(takeUp([] as never)).rejects.toThrow("Connection terminated");
  await worker.stop();
});
