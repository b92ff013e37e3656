import { afterAll, expect, test } from "vitest";
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
