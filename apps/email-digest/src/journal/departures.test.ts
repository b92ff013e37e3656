import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { allowAddress, noteDepartures, repeatDepartures } from "./departures.ts";
import { type Journal, openJournal } from "./journal.ts";
import { eraseAddress } from "../subscribers/privacy/erase-address.ts";
import { importSubscribers } from "../subscribers/import/import-subscribers.ts";
import { restoreSubscriber, suppressAddress, undoRestore } from "../subscribers/suppression.ts";
import { openTestDatabase } from "../testing/test-database.ts";

const SECRET = "a secret for tests";
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let journal: Journal;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "departures-"));
  journal = openJournal(folder);
  for (const table of ["subscribers", "suppressions"] as const)
    await database.db.deleteFrom(table).execute();
  for (const name of ["stays", "leaves", "complains", "erased", "returns"])
    await subscribe(name, at(1));
  return () => rm(folder, { recursive: true });
});

const addressOf = (name: string) => `${name}@example.org`;
async function subscribe(name: string, confirmed: Date): Promise<void> {
  const consent = {
    consent_text: "c",
    consent_at: confirmed,
    confirmed_at: confirmed,
    ended_at: null,
  };
  await database.db
    .insertInto("subscribers")
    .values({ address: addressOf(name), status: "confirmed", unsubscribe_hash: name, ...consent })
    .execute();
}
const leave = (name: string, when: Date) =>
  database.db
    .updateTable("subscribers")
    .set({ status: "unsubscribed", ended_at: when })
    .where("address", "=", addressOf(name))
    .execute();

/** Copies who is there, and puts the copy back. */
async function backUp() {
  const [people, suppressions] = [
    await database.db.selectFrom("subscribers").selectAll().execute(),
    await database.db.selectFrom("suppressions").selectAll().execute(),
  ];
  return async () => {
    for (const table of ["subscribers", "suppressions"] as const)
      await database.db.deleteFrom(table).execute();
    await database.db.insertInto("subscribers").values(people).execute();
    if (suppressions.length > 0)
      await database.db.insertInto("suppressions").values(suppressions).execute();
  };
}

const standing = async () =>
  Object.fromEntries(
    (await database.db.selectFrom("subscribers").select(["address", "status"]).execute()).map(
      ({ address, status }) => [address.split("@")[0], status],
    ),
  );
const reasons = async () =>
  (await database.db.selectFrom("suppressions").select("reason").orderBy("reason").execute()).map(
    ({ reason }) => reason,
  );

test("who has gone since a backup is gone again after it is restored; who stayed or came back, stays", async () => {
  const restore = await backUp();
  await leave("leaves", at(2));
  await leave("complains", at(2));
  await suppressAddress(database.db, SECRET, addressOf("complains"), "complaint", at(2));
  await eraseAddress(database.db, SECRET, addressOf("erased"), at(2));
  await eraseAddress(database.db, SECRET, addressOf("never here"), at(2));
  await leave("returns", at(2));
  await noteDepartures(database.db, SECRET, journal);
  await restore();
  await database.db
    .updateTable("subscribers")
    .set({ confirmed_at: at(3) })
    .where("address", "=", addressOf("returns"))
    .execute();

  expect(await repeatDepartures(database.db, SECRET, journal)).toBe(3);
  expect(await standing()).toEqual({
    stays: "confirmed",
    leaves: "unsubscribed",
    complains: "unsubscribed",
    returns: "confirmed",
  });
  expect(await reasons()).toEqual(["complaint", "erased", "erased"]);
  expect(await repeatDepartures(database.db, SECRET, journal)).toBe(0);
});

test("each departure is noted once, and the notes hold no address", async () => {
  await leave("leaves", at(2));
  for (let times = 0; times < 3; times += 1) await noteDepartures(database.db, SECRET, journal);
  expect(journal.readDeparted().size).toBe(1);
  expect([...journal.readDeparted().keys()].join()).not.toContain("leaves");
  await suppressAddress(database.db, SECRET, addressOf("leaves"), "erased", at(30));
  await noteDepartures(database.db, SECRET, journal);
  expect([...journal.readDeparted().values()]).toEqual([{ how: "erased", at: at(30) }]);
});

test("whom the researcher allowed to come back is not sent away again", async () => {
  await suppressAddress(database.db, SECRET, addressOf("new"), "complaint", at(2));
  await noteDepartures(database.db, SECRET, journal);
  expect(await allowAddress(database.db, SECRET, journal, addressOf("new"), at(3))).toBe(true);
  expect(await allowAddress(database.db, SECRET, journal, addressOf("new"), at(3))).toBe(false);
  await noteDepartures(database.db, SECRET, journal);
  expect(await repeatDepartures(database.db, SECRET, journal)).toBe(0);
  expect(await reasons()).toEqual(["erased"]);
  // Only a confirmation of their own brings them in.
  const row = {
    line: 1,
    address: addressOf("new"),
    consentAt: at(4),
    consentText: "c",
    consentForm: "f",
  };
  expect(
    await importSubscribers(database.db, { secret: SECRET, linkKey: SECRET }, [row]),
  ).toMatchObject({ kind: "refused" });
});

test("who was allowed to come back is not subscribed by a backup from before they complained", async () => {
  const restore = await backUp();
  await leave("complains", at(2));
  await suppressAddress(database.db, SECRET, addressOf("complains"), "complaint", at(2));
  await noteDepartures(database.db, SECRET, journal);
  await allowAddress(database.db, SECRET, journal, addressOf("complains"), at(3));
  expect(await repeatDepartures(database.db, SECRET, journal)).toBe(0);
  await restore();
  expect(await repeatDepartures(database.db, SECRET, journal)).toBe(1);
  expect(await standing()).toMatchObject({ complains: "unsubscribed", stays: "confirmed" });
  expect(await reasons()).toEqual(["erased"]);
});

test("whom the owner brought back after bounces is there after any backup, and gone once that is undone", async () => {
  const { db } = database;
  const bounce = async (when: Date) => {
    await leave("stays", when);
    await suppressAddress(db, SECRET, addressOf("stays"), "bounced", when);
    await noteDepartures(db, SECRET, journal);
  };
  const fromBefore = await backUp();
  await bounce(at(2));
  const fromBetween = await backUp();
  expect(await restoreSubscriber(db, SECRET, addressOf("stays"), at(3))).toBe("restored");
  expect(await repeatDepartures(db, SECRET, journal)).toBe(0);
  await noteDepartures(db, SECRET, journal);
  for (const putBack of [fromBefore, fromBetween]) {
    await putBack();
    expect(await repeatDepartures(db, SECRET, journal)).toBe(0);
    expect(await standing()).toMatchObject({ stays: "confirmed" });
    expect(await reasons()).toEqual([]);
  }
  await undoRestore(db, SECRET, addressOf("stays"), at(4));
  await noteDepartures(db, SECRET, journal);
  await fromBefore();
  expect(await repeatDepartures(db, SECRET, journal)).toBe(1);
  expect(await standing()).toMatchObject({ stays: "unsubscribed" });
});

test("nobody is touched while nothing was noted", async () => {
  expect(await repeatDepartures(database.db, SECRET, journal)).toBe(0);
});
