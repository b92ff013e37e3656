import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { countWorkers } from "./count-workers.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { type DeliveryLoop, type DeliveryLoopOptions, startDeliveryLoop } from "./delivery-loop.ts";
import { countDeliveries } from "./ledger.ts";
import { NOT_BEGUN } from "../smtp/send-outcome.ts";
import { WORKER_LOCKS } from "./worker-lock.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const journal = {
  ...(await import("../journal/journal.ts")).openJournal("/nonexistent"),
  begin: () => undefined,
  takeBack: () => undefined,
};

function startLoop(options: Partial<DeliveryLoopOptions>): DeliveryLoop {
  const policy = { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [150, 150] };
  const send = () => Promise.resolve({ kind: "accepted" as const, reply: "250" });
  return startDeliveryLoop({
    database,
    journal,
    secret: "s",
    policy,
    send,
    parallel: 2,
    now: () => new Date(),
    onError: () => undefined,
    ...options,
  });
}

async function waitFor(
  isReached: (counts: Awaited<ReturnType<typeof countDeliveries>>) => boolean,
): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isReached(await countDeliveries(database.db))) {
    if (Date.now() > deadline) throw new Error(JSON.stringify(await countDeliveries(database.db)));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("what was put off is sent when it is due, without being asked for", async () => {
  await planEdition(database.db, someAddresses(3), new Date());
  let calls = 0;
  const loop = startLoop({
    send: async (_claim, begin) => {
      if (!(await begin())) return NOT_BEGUN;
      calls += 1;
      return calls <= 3
        ? { kind: "retry", reply: "451 later" }
        : { kind: "accepted", reply: "250" };
    },
  });
  await waitFor(({ accepted }) => accepted === 3);
  await loop.stop();
  expect(calls).toBe(6);
});

test("a worker whose lock is taken from it goes on under another key, and sends nothing twice", async () => {
  await planEdition(database.db, someAddresses(60), new Date());
  const sent: string[] = [];
  const loop = startLoop({
    send: async (claim, begin) => {
      if (!(await begin())) return NOT_BEGUN;
      sent.push(claim.messageId);
      if (sent.length % 20 === 0) {
        await sql`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = ${WORKER_LOCKS}
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(
          database.db,
        );
      }
      return { kind: "accepted", reply: "250" };
    },
  });
  await waitFor(({ accepted }) => accepted === 60);
  await loop.stop();
  expect(new Set(sent).size).toBe(60);
  expect(sent).toHaveLength(60);
});

test("a stop waits for the mail under way", async () => {
  await planEdition(database.db, someAddresses(10), new Date());
  let answer = () => undefined as void;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const loop = startLoop({
    send: async (_claim, begin) => {
      if (!(await begin())) return NOT_BEGUN;
      await answered;
      return { kind: "accepted", reply: "250" };
    },
  });
  await waitFor(({ sending }) => sending === 2);
  setTimeout(answer, 100);
  await loop.stop();
  expect(await countDeliveries(database.db)).toMatchObject({ accepted: 2, planned: 8, sending: 0 });
});

const countKeys = () => countWorkers(database.db);

test("a round that fails gives up its key, whoever began it", async () => {
  await planEdition(database.db, [], new Date());
  const loop = startLoop({ send: () => Promise.reject(new Error("a fault of ours")) });
  await loop.deliver();
  await expect.poll(countKeys).toBe(1);
  await planEdition(database.db, someAddresses(4), new Date());
  await expect(loop.deliver()).rejects.toThrow("a fault of ours");
  await expect.poll(countKeys).toBe(0);
  await loop.stop();
});

test("after a stop nothing is sent and no key is taken", async () => {
  await planEdition(database.db, someAddresses(2), new Date());
  const loop = startLoop({ send: () => Promise.resolve(NOT_BEGUN) });
  await loop.stop();
  await expect.poll(countKeys).toBe(0);
  expect(await loop.deliver()).toEqual({ attempts: 0, unreachable: undefined });
  expect(await countKeys()).toBe(0);
});
