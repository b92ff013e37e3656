import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "../testing/test-database.ts";
import { confirmSubscription, issueConfirmToken } from "../subscribers/timed-link.ts";
import { requestSubscription } from "../subscribers/subscriber.ts";
import { unsubscribeToken } from "../subscribers/token.ts";
import { endSubscription, findLinkOwner } from "../subscribers/unsubscribe-link.ts";
import { claimSecret, OtherSecret, replaceSecret } from "./claim-secret.ts";
import { deriveKeys, type Keys } from "./keys.ts";

const now = new Date("2026-01-01T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const { db } = database;
  await db.deleteFrom("subscribers").execute();
  await db.deleteFrom("former_links").execute();
  await db
    .updateTable("installation")
    .set({ secret_fingerprint: null, link_fingerprint: null })
    .execute();
});

const [first, second, third] = ["the first secret", "the second secret", "the third secret"];
const keys = deriveKeys([first]);
const rotated = deriveKeys([second, first]);
const twice = deriveKeys([third, second, first]);

async function join({ linkKey }: Keys, address = "reader@example.org"): Promise<string> {
  const consent = { text: "Yes", at: now };
  const id = (await requestSubscription(database.db, linkKey, address, consent)) ?? "";
  await confirmSubscription(database.db, await issueConfirmToken(database.db, id, now), now);
  return id;
}

const ownerOf = ({ linkKey }: Keys, id: string, at = now) =>
  findLinkOwner(database.db, unsubscribeToken(linkKey, id), at);

test("the same secret is taken as ever, another one is refused with both remedies", async () => {
  const { db } = database;
  expect(await claimSecret(db, keys, now)).toBe(0);
  await join(keys);
  expect(await claimSecret(db, keys, now)).toBe(0);
  const refused = claimSecret(db, deriveKeys([second]), now);
  await expect(refused).rejects.toThrow(OtherSecret);
  await expect(refused).rejects.toThrow(/Put the secret back.*secret replace$/);
});

test("a database of an earlier version is known by the links it holds", async () => {
  const { db } = database;
  await join(keys);
  await expect(claimSecret(db, deriveKeys([second]), now)).rejects.toThrow(OtherSecret);
  expect(await claimSecret(db, keys, now)).toBe(0);
});

test("rotated, once and again: old links end the subscription for a year, new ones as well", async () => {
  const { db } = database;
  await claimSecret(db, keys, now);
  const [one, two] = [await join(keys), await join(keys, "two@example.org")];
  expect(await claimSecret(db, rotated, now)).toBe(2);
  expect(await claimSecret(db, rotated, now)).toBe(0);
  expect(await claimSecret(db, twice, later(10))).toBe(2);
  for (const made of [keys, rotated, twice])
    expect(await ownerOf(made, one, later(11))).toMatchObject({ kind: "subscriber", id: one });
  await endSubscription(db, unsubscribeToken(keys.linkKey, one), later(12));
  expect(await ownerOf(twice, one, later(12))).toMatchObject({ status: "unsubscribed" });
  expect(await ownerOf(twice, two, later(12))).toMatchObject({ status: "confirmed" });
  expect(await ownerOf(keys, two, later(366))).toEqual({ kind: "unknown" });
  expect(await ownerOf(twice, two, later(366))).toMatchObject({ id: two });
  // The key of hashes stays, or nobody who complained would be recognised.
  expect(twice.secret).toBe(keys.secret);
});

test("who was put on the list by a process with the former secret gets the new link at the next start", async () => {
  const { db } = database;
  await claimSecret(db, rotated, now);
  const id = await join(keys);
  expect(await ownerOf(rotated, id)).toEqual({ kind: "unknown" });
  expect(await claimSecret(db, rotated, now)).toBe(1);
  expect(await ownerOf(rotated, id)).toMatchObject({ id });
});

test("a lost secret is replaced on demand, and the links in mails that were sent go on working", async () => {
  const { db } = database;
  await claimSecret(db, keys, now);
  const id = await join(keys);
  const found = deriveKeys([third]);
  expect(await replaceSecret(db, found, now)).toBe(1);
  expect(await claimSecret(db, found, now)).toBe(0);
  expect(await ownerOf(keys, id)).toMatchObject({ id });
  await expect(claimSecret(db, keys, now)).rejects.toThrow(OtherSecret);
});

test("of a subscription that is forgotten the links are known as such", async () => {
  const { db } = database;
  const id = await join(keys);
  await claimSecret(db, rotated, now);
  await db.deleteFrom("subscribers").where("id", "=", id).execute();
  for (const made of [keys, rotated])
    expect(await ownerOf(made, id)).toEqual({ kind: "forgotten" });
});
