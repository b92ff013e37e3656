import { Cv } from "@triptych/schema";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readAnnounced } from "../editions/announcements.ts";
import { listArchive } from "../editions/archive.ts";
import { listHolds } from "../brake/edition-hold.ts";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { adoptInstallation, claimInstallation, renameOwner } from "./claim-installation.ts";
import { OtherOwner } from "./other-owner.ts";

const now = new Date("2026-01-01T12:00:00Z");
const record = (name: string, ids: string[], profile = {}) =>
  Cv.parse({
    profile: { name, ...profile },
    publications: ids.map((id) => ({
      id,
      title: id,
      authors: [name],
      appearances: [{ kind: "preprint", status: "under-review" }],
    })),
  });
const example = record("Example Researcher", ["old-one", "old-two"]);
const own = record("Ada Own", ["mine-one", "mine-two"]);

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const { db } = database;
  for (const table of ["deliveries", "announcements", "editions", "subscribers"] as const)
    await db.deleteFrom(table).execute();
  await db.updateTable("installation").set({ owner: null, first_edition: 1 }).execute();
});

test("the example first, then one's own record: it is a first start, and nothing of either is new", async () => {
  const { db } = database;
  expect(await claimInstallation(db, example)).toEqual({ isFirstStart: true });
  await storeSampleEdition(db, [], now);
  const { id } = await db.selectFrom("installation").select("id").executeTakeFirstOrThrow();
  expect(await claimInstallation(db, own)).toEqual({
    isFirstStart: true,
    adoptedFrom: "Example Researcher",
  });
  const announced = await readAnnounced(db);
  expect(announced.has("mine-one:appeared")).toBe(true);
  expect(announced.has("old-one:appeared")).toBe(false);
  expect(await listArchive(db)).toEqual([]);
  // The journal of the example is not that of one's own.
  const after = await db.selectFrom("installation").select("id").executeTakeFirstOrThrow();
  expect(after.id).not.toBe(id);
  expect(await claimInstallation(db, own)).toEqual({ isFirstStart: false });
});

test("with somebody on the list another person's record is refused, and nothing is noted", async () => {
  const { db } = database;
  await claimInstallation(db, own);
  await storeSampleEdition(db, ["accepted"], now);
  const refused = claimInstallation(db, example);
  await expect(refused).rejects.toThrow(OtherOwner);
  await expect(refused).rejects.toThrow(
    /^This digest is Ada Own's \(1 on the list\) and the record is Example Researcher's, .*CV_DIR=.*digest -- adopt\)\.$/,
  );
  expect((await readAnnounced(db)).has("old-one:appeared")).toBe(false);
  expect(await claimInstallation(db, own)).toEqual({ isFirstStart: false });
});

test("a person whose name is corrected stays, and what is new stays new", async () => {
  const { db } = database;
  await claimInstallation(db, record("Ada Own", ["one"], { emails: ["ada@x.example"] }));
  await storeSampleEdition(db, ["accepted"], now);
  const renamed = record("Ada Other", ["one", "two"], { emails: ["ada@x.example"] });
  expect(await claimInstallation(db, renamed)).toEqual({ isFirstStart: false });
  expect((await readAnnounced(db)).has("two:appeared")).toBe(false);
  const moved = record("Ada Third", ["one", "two"]);
  await expect(claimInstallation(db, moved)).rejects.toThrow("Ada Other's");
  await renameOwner(db, moved);
  await claimInstallation(db, moved);
  expect((await readAnnounced(db)).has("two:appeared")).toBe(false);
});

test("handed over: all of the new record is told, the list stays, the former editions rest", async () => {
  const { db } = database;
  await claimInstallation(db, example);
  const { number } = await storeSampleEdition(db, ["accepted", "planned"], now);
  expect(await adoptInstallation(db, own, now)).toEqual({ subscribers: 2, held: [number] });
  expect(await claimInstallation(db, own)).toEqual({ isFirstStart: false });
  expect((await readAnnounced(db)).has("mine-two:appeared")).toBe(true);
  expect((await listHolds(db)).map(({ edition }) => edition)).toEqual([number]);
  expect(await listArchive(db)).toEqual([]);
  await expect(claimInstallation(db, example)).rejects.toThrow("Ada Own's");
});

test("a database that noted no owner is of whoever's works it announced", async () => {
  const { db } = database;
  await storeSampleEdition(db, ["accepted"], now);
  await db
    .insertInto("announcements")
    .values(
      ["baseline", "baseline:events", "mine-one:appeared"].map((milestone) => ({
        milestone,
        edition: null,
      })),
    )
    .execute();
  await expect(claimInstallation(db, example)).rejects.toThrow("somebody else's");
  expect(await claimInstallation(db, own)).toEqual({ isFirstStart: false });
  await expect(claimInstallation(db, example)).rejects.toThrow("Ada Own's");
});
