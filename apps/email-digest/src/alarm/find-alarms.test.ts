import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { sql } from "kysely";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db } from "../database/open-database.ts";
import { takeWorkerLock, type WorkerLock } from "../delivery/worker-lock.ts";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { raiseAlarm } from "../subscribers/sign-up/limits.ts";
import { ALARMS } from "./alarms.ts";
import { findAlarms } from "./find-alarms.ts";

const free = vi.hoisted(() => ({ bytes: 10e9 }));
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<object>()),
  statfs: () => Promise.resolve({ bavail: free.bytes, bsize: 1 }),
}));

const now = new Date("2026-03-01T12:00:00Z");
const days = (count: number) => new Date(now.getTime() - count * 86_400_000);

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let db: Db;
let lock: WorkerLock;
beforeAll(async () => {
  database = await openTestDatabase();
  ({ db } = database);
  lock = await takeWorkerLock(database.connection);
});
afterAll(async () => {
  await lock.close();
  await database.close();
});
beforeEach(async () => {
  free.bytes = 10e9;
  await sql`TRUNCATE editions, subscribers, alarms, slots RESTART IDENTITY CASCADE`.execute(db);
});

const find = async () =>
  (await findAlarms({ db, now, stateFolder: "/tmp" })).map(
    ({ kind, found }) => `${kind}: ${found}`,
  );

/** Reports about the first deliveries of a sample edition. */
async function report(kind: "hard" | "policy", of: { recipients: number; reports: number }) {
  const states = Array.from({ length: of.recipients }, () => "accepted" as const);
  const { number, ids } = await storeSampleEdition(db, states, days(2));
  await db.updateTable("editions").set({ recipients: of.recipients }).execute();
  await db
    .insertInto("reports")
    .values(
      ids.slice(0, of.reports).map((subscriber_id) => ({
        edition: number,
        subscriber_id,
        kind,
        status: null,
        reply: "",
        at: days(1),
      })),
    )
    .execute();
}

test("a service that is well has no alarm", async () => {
  await storeSampleEdition(db, ["accepted", "failed"], days(2));
  await storeSampleEdition(db, ["planned"], now);
  expect(await find()).toEqual([]);
});

test("an edition on hold, mail that waits, and mail of which nobody knows are named with their number", async () => {
  const { number } = await storeSampleEdition(db, ["planned", "unknown"], days(3));
  await db
    .updateTable("deliveries")
    .set({ due_at: days(2) })
    .execute();
  const unknown = `unknown: Nobody can tell whether 1 mail of edition ${number} arrived.`;
  expect(await find()).toEqual([
    `waiting: 1 mail of edition ${number} should have left a day ago.`,
    unknown,
  ]);
  const held = { held_at: days(1), held_reason: "550 5.7.1 no." };
  await db.updateTable("editions").set(held).execute();
  expect(await find()).toEqual([
    `held: Edition ${number} is on hold, with 1 mail left: 550 5.7.1 no.`,
    unknown,
  ]);
});

test("addresses at which nobody is are an alarm when they are many, also in share", async () => {
  await report("hard", { recipients: 20, reports: 4 });
  expect(await find()).toEqual([]);
  await report("hard", { recipients: 120, reports: 6 });
  expect(await find()).toEqual([]);
  await report("hard", { recipients: 30, reports: 5 });
  expect(await find()).toEqual(["bounces: 5 of 30 mails of edition 3 came back: nobody is there."]);
});

test("refusals of the sender, a flood of forms and a full disk are alarms", async () => {
  await report("policy", { recipients: 2, reports: 2 });
  await raiseAlarm(db, "sign-up-budget", now);
  free.bytes = 100e6;
  expect((await find()).map((line) => line.split(":")[0])).toEqual(["refused", "sign-ups", "disk"]);
});

test("a slot that was missed is an alarm until the next one", async () => {
  const slot = (at: Date, outcome: "missed" | "edition") => ({
    slot: at,
    schedule: "s",
    outcome,
    handled_at: now,
  });
  await db
    .insertInto("slots")
    .values(slot(days(9), "missed"))
    .execute();
  expect(await find()).toEqual([
    `missed: Nothing ran at ${days(9).toISOString().slice(0, 16)}Z, when an edition was due.`,
  ]);
  await db
    .insertInto("slots")
    .values(slot(days(2), "edition"))
    .execute();
  expect(await find()).toEqual([]);
});

test("what has passed is no alarm", async () => {
  await raiseAlarm(db, "sign-up-budget", days(2));
  await report("policy", { recipients: 1, reports: 1 });
  await db
    .updateTable("reports")
    .set({ at: days(8) })
    .execute();
  expect(await find()).toEqual([]);
});

test("no worker is an alarm", async () => {
  await lock.close();
  await expect.poll(find).toEqual(["worker: No worker runs: nothing is sent."]);
  lock = await takeWorkerLock(database.connection);
});

test("a list without a backup for a week is an alarm, and one without readers none", async () => {
  const stateFolder = await mkdtemp(join(tmpdir(), "triptych-alarms-"));
  onTestFinished(() => rm(stateFolder, { recursive: true, force: true }));
  const told = async () =>
    (await findAlarms({ db, now, stateFolder })).flatMap(({ kind, found }) =>
      kind === "backup" ? [found] : [],
    );
  expect(await told()).toEqual([]);
  await storeSampleEdition(db, ["accepted"], days(8));
  expect(await told()).toEqual(["No backup was written, and there are readers for a week."]);
  await mkdir(join(stateFolder, "backups"));
  const write = (day: string) =>
    writeFile(join(stateFolder, "backups", `digest-${day}.backup`), "");
  await write("2026-02-21");
  expect(await told()).toEqual(["The newest backup is of 2026-02-21."]);
  await write("2026-02-22");
  expect(await told()).toEqual([]);
});

test("the page on running it for years says of each alarm what to do, and of no other", async () => {
  const text = await readFile(join(import.meta.dirname, "../../../../docs/operating.md"), "utf8");
  const [, table = ""] = text.split("| alarm | what it means | what to do |");
  const told = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| ([a-z-]+) \|/gm)].map(
    ([, kind]) => kind,
  );
  expect(told).toEqual(ALARMS.map(({ kind }) => kind));
});
