import { PgBoss } from "pg-boss";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { openJobs, QUEUES } from "./jobs.ts";
import { openTestDatabase } from "../testing/test-database.ts";

const database = await openTestDatabase();
afterAll(() => database.close());

test("several processes may open the queue on an empty database at the same moment", async () => {
  const errors: Error[] = [];
  const open = () => openJobs(database, { isWorker: true, onError: (error) => errors.push(error) });
  const all = await Promise.all([open(), open(), open(), open()]);
  const names = (await all[0]?.boss.getQueues())?.map(({ name }) => name);
  for (const queue of Object.values(QUEUES)) expect(names).toContain(queue);
  expect(errors).toEqual([]);
  await Promise.all(all.map((jobs) => jobs.stop()));
});

test("a queue that cannot be opened is stopped: its timers would keep the process alive", async () => {
  const stop = vi.spyOn(PgBoss.prototype, "stop");
  onTestFinished(() => stop.mockRestore());
  const run: typeof database.run = (text, values) =>
    text.includes("create_queue")
      ? Promise.reject(new Error("the server has gone away"))
      : database.run(text, values);
  const opening = openJobs({ ...database, run }, { isWorker: true, onError: () => undefined });
  await expect(opening).rejects.toThrow("gone away");
  expect(stop).toHaveBeenCalledOnce();
});
