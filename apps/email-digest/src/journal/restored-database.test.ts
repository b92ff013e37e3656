import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { beginDeliveries, countDeliveries, resendUnknown } from "../delivery/ledger.ts";
import { type Claim, reserveDeliveries } from "../delivery/reserve.ts";
import { type Journal, openJournal } from "./journal.ts";
import {
  noteEdition,
  openInstallationJournal,
  parkRestored,
  syncAnnouncements,
} from "./restored-database.ts";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { settleDeliveries } from "../delivery/settle-deliveries.ts";

const now = new Date("2026-01-01T12:00:00Z");

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let journal: Journal;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "restored-"));
  journal = openJournal(folder);
  await database.db.deleteFrom("announcements").execute();
  return () => rm(folder, { recursive: true });
});

/** Sends to so many and returns what was sent. */
async function send(count: number): Promise<Claim[]> {
  const { claims } = await reserveDeliveries(
    database.db,
    1,
    count,
    { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [] },
    now,
  );
  await beginDeliveries(database.db, claims, now);
  for (const { edition, messageId } of claims) journal.begin(edition, messageId);
  const settlements = claims.map((claim) => ({
    claim,
    outcome: { kind: "accepted", reply: "250" } as const,
  }));
  await settleDeliveries(database.db, settlements, [], now);
  return claims;
}

/** Copies the ledger, and puts the copy back. */
async function backUp() {
  const rows = await database.db.selectFrom("deliveries").selectAll().execute();
  return async () => {
    await database.db.deleteFrom("deliveries").execute();
    await database.db.insertInto("deliveries").values(rows).execute();
  };
}

describe("a ledger from a backup", () => {
  test("sends nothing again that has left since: it is unknown", async () => {
    await planEdition(database.db, someAddresses(10), now);
    await send(3);
    const restore = await backUp();
    const later = await send(4);
    await restore();
    expect(await countDeliveries(database.db)).toMatchObject({ accepted: 3, planned: 7 });
    expect(await parkRestored(database.db, journal, now)).toBe(4);
    expect(await countDeliveries(database.db)).toMatchObject({
      accepted: 3,
      planned: 3,
      unknown: 4,
    });
    const unknown = await database.db
      .selectFrom("deliveries")
      .where("state", "=", "unknown")
      .select("message_id")
      .execute();
    expect(unknown.map((row) => row.message_id).toSorted()).toEqual(
      later.map((claim) => claim.messageId).toSorted(),
    );
    expect(await parkRestored(database.db, journal, now)).toBe(0);
  });

  test("that forgot a second sending does not cause a third", async () => {
    const { number } = await planEdition(database.db, someAddresses(1), now);
    await send(1);
    await database.db.updateTable("deliveries").set({ state: "unknown" }).execute();
    await resendUnknown(database.db, number, now);
    expect(await parkRestored(database.db, journal, now)).toBe(0);
    const restore = await backUp();
    await send(1);
    await restore();
    expect(await parkRestored(database.db, journal, now)).toBe(1);
  });

  test("still sends what was refused for the time being", async () => {
    await planEdition(database.db, someAddresses(2), now);
    const restore = await backUp();
    const claims = await send(2);
    for (const { edition, messageId } of claims) journal.takeBack(edition, messageId);
    await restore();
    expect(await parkRestored(database.db, journal, now)).toBe(0);
  });
});

describe("announcements", () => {
  const announce = (edition: number | null, ...milestones: string[]) =>
    database.db
      .insertInto("announcements")
      .values(milestones.map((milestone) => ({ milestone, edition })))
      .execute();
  const known = async () =>
    (
      await database.db
        .selectFrom("announcements")
        .select("milestone")
        .orderBy("milestone")
        .execute()
    ).map((row) => row.milestone);

  test("that a restored database has forgotten are told to it", async () => {
    const { number } = await planEdition(database.db, [], now);
    await announce(null, "baseline");
    await announce(number, "a");
    expect(await syncAnnouncements(database.db, journal)).toBe(0);
    journal.announce(number + 1, ["b"]);
    expect(await syncAnnouncements(database.db, journal)).toBe(1);
    expect(await known()).toEqual(["a", "b", "baseline"]);
    expect(await syncAnnouncements(database.db, journal)).toBe(0);
    expect(journal.readAnnounced().lastEdition).toBe(number + 1);
  });

  test("of another machine are marked here before its edition leaves from here", async () => {
    const { number } = await planEdition(database.db, [], now);
    await announce(number, "a", "b");
    await noteEdition(database.db, journal, number);
    expect(journal.readAnnounced()).toEqual({
      milestones: new Set(["a", "b"]),
      lastEdition: number,
    });
  });

  test("of another database are not mixed in", async () => {
    const other = await openTestDatabase();
    (await openInstallationJournal(other.db, folder)).announce(1, ["a"]);
    expect(
      (await openInstallationJournal(database.db, folder)).readAnnounced().milestones.size,
    ).toBe(0);
    await other.close();
  });
});
