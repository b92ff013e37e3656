import { Cv, type CvInput } from "@triptych/schema";
import { listMilestones } from "@triptych/view";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { countDeliveries } from "../delivery/ledger.ts";
import { createEdition } from "./create-edition.ts";
import { type Journal, openJournal } from "../journal/journal.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { untilBlocked } from "../testing/until-blocked.ts";
import { deliveryMessageId } from "../mail/message-id.ts";
import { readAnnounced, storeBaseline } from "./announcements.ts";

const now = new Date("2026-01-01T12:00:00Z");
const record = (ids: string[]): Cv =>
  Cv.parse({
    profile: { name: "Ada Example" },
    publications: ids.map((id): NonNullable<CvInput["publications"]>[number] => ({
      id,
      title: `Title of ${id}`,
      authors: ["Ada Example"],
      appearances: [{ kind: "preprint", date: "2026" }],
    })),
  });

let journal: Journal;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeEach(async () => {
  await database?.close();
  database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "marks-"));
  journal = openJournal(folder);
  await database.db
    .insertInto("subscribers")
    .values(
      ["confirmed", "pending", "unsubscribed"].map((status) => ({
        address: `${status}@example.org`,
        status: status as "confirmed",
        unsubscribe_hash: status,
        consent_text: "c",
        consent_at: now,
        confirmed_at: null,
        ended_at: null,
      })),
    )
    .execute();
  return () => rm(folder, { recursive: true });
});
afterAll(() => database.close());

const create = (cv: Cv, enqueue: () => Promise<void> = () => Promise.resolve()) =>
  createEdition({
    db: database.db,
    journal,
    cv,
    domain: "x.example",
    now,
    render: (edition, number) =>
      Promise.resolve({
        subject: edition.subject,
        html: `<p>${number}</p>`,
        text: edition.summary,
      }),
    enqueue,
  });

test("on the first start everything counts as told, once", async () => {
  const cv = record(["one", "two"]);
  expect(await storeBaseline(database.db, cv)).toBe(true);
  expect(await storeBaseline(database.db, record(["one", "two", "three"]))).toBe(false);
  expect(await create(cv)).toEqual({ kind: "nothing-new" });
  for (const { key } of listMilestones(cv)) expect(await readAnnounced(database.db)).toContain(key);
});

test("the first work of an empty record is news", async () => {
  await storeBaseline(database.db, record([]));
  expect(await create(record(["one"]))).toMatchObject({
    kind: "created",
    number: 1,
    recipients: 1,
  });
});

test("an edition goes to those who confirmed, and its works are never told again", async () => {
  await storeBaseline(database.db, record(["one"]));
  const result = await create(record(["one", "two"]));
  expect(result).toMatchObject({ kind: "created", number: 1, recipients: 1 });
  expect(result.kind === "created" ? result.edition.works.map((work) => work.id) : []).toEqual([
    "two",
  ]);
  expect(await create(record(["two", "one"]))).toEqual({ kind: "nothing-new" });
  expect(await countDeliveries(database.db, 1)).toMatchObject({ planned: 1 });
});

test("two workers that compose at the same moment make one edition", async () => {
  await storeBaseline(database.db, record([]));
  const results = await Promise.all([
    create(record(["one"])),
    create(record(["one"])),
    create(record(["one"])),
  ]);
  expect(results.map((result) => result.kind).toSorted()).toEqual([
    "created",
    "nothing-new",
    "nothing-new",
  ]);
});

test("who is erased at the moment of the plan is left out of it", async () => {
  await storeBaseline(database.db, record([]));
  const erased = await database.db.transaction().execute(async (tx) => {
    await tx.deleteFrom("subscribers").where("address", "=", "confirmed@example.org").execute();
    const underWay = create(record(["one"]));
    await untilBlocked(database.db, underWay);
    return { result: underWay };
  });
  expect(await erased.result).toMatchObject({ kind: "created", recipients: 0 });
});

test("an edition that cannot be enqueued does not exist", async () => {
  await storeBaseline(database.db, record([]));
  await expect(
    create(record(["one"]), () => Promise.reject(new Error("no queue"))),
  ).rejects.toThrow("no queue");
  expect(await database.db.selectFrom("editions").selectAll().execute()).toEqual([]);
  expect(await database.db.selectFrom("deliveries").selectAll().execute()).toEqual([]);
  expect(await create(record(["one"]))).toMatchObject({ kind: "created", number: 1 });
});

test("a database restored from before an edition neither tells it again nor uses its number again", async () => {
  await storeBaseline(database.db, record([]));
  expect(await create(record(["one"]))).toMatchObject({ kind: "created", number: 1 });
  for (const table of ["deliveries", "announcements", "editions"] as const)
    await database.db.deleteFrom(table).execute();
  expect(await create(record(["one"]))).toEqual({ kind: "nothing-new" });
  expect(await create(record(["one", "two"]))).toMatchObject({ kind: "created", number: 2 });
});

test("the Message-IDs that are planned in one statement are those of the code", async () => {
  await storeBaseline(database.db, record([]));
  await create(record(["one"]));
  const rows = await database.db.selectFrom("deliveries").selectAll().execute();
  expect(rows).toHaveLength(1);
  for (const row of rows)
    expect(row.message_id).toBe(deliveryMessageId(row.edition, row.subscriber_id, "x.example"));
  expect(rows[0]).toMatchObject({ route: "example.org", state: "planned", attempts: 0 });
  expect(await database.db.selectFrom("editions").select("recipients").execute()).toEqual([
    { recipients: 1 },
  ]);
});
