import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importSubscribers } from "./import-subscribers.ts";
import { endSubscription, findLinkOwner } from "../unsubscribe-link.ts";
import type { ImportRow } from "./read-import.ts";
import { suppressAddress } from "../suppression.ts";
import { openTestDatabase } from "../../testing/test-database.ts";
import { unsubscribeToken } from "../token.ts";
import { listSubscribers } from "../list-subscribers.ts";

const SECRET = "a secret for tests";
const now = new Date("2026-06-01T12:00:00Z");
const consentAt = new Date("2026-03-31");

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom("subscribers").execute();
  await database.db.deleteFrom("suppressions").execute();
});

const row = (address: string, line = 2): ImportRow => ({
  line,
  address,
  consentAt,
  consentText: "Yes",
  consentForm: "a page",
});
const KEYS = { secret: SECRET, linkKey: SECRET };
const bring = (...rows: ImportRow[]) => importSubscribers(database.db, KEYS, rows);
const addresses = async () => (await listSubscribers(database.db)).map(({ address }) => address);
const idOf = async (address: string) =>
  (
    await database.db
      .selectFrom("subscribers")
      .where("address", "=", address)
      .select("id")
      .executeTakeFirstOrThrow()
  ).id;

describe("bringing people along", () => {
  test("keeps the proof of consent and gives each a way to leave; a second time nobody is added", async () => {
    const seen: number[] = [];
    expect(
      await importSubscribers(
        database.db,
        KEYS,
        [row("a@example.org"), row("b@example.org", 3)],
        (count) => seen.push(count),
      ),
    ).toEqual({
      kind: "imported",
      added: 2,
      known: 0,
    });
    expect(seen).toEqual([1, 2]);
    const stored = await database.db
      .selectFrom("subscribers")
      .where("address", "=", "a@example.org")
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(stored).toMatchObject({
      status: "confirmed",
      consent_text: "Yes",
      consent_form: "a page",
      consent_at: consentAt,
      confirmed_at: consentAt,
    });
    expect(
      await findLinkOwner(database.db, unsubscribeToken(SECRET, stored.id), now),
    ).toMatchObject({ id: stored.id });
    expect(await bring(row("A@example.org"), row("b@example.org", 3))).toEqual({
      kind: "imported",
      added: 0,
      known: 2,
    });
    expect(await addresses()).toEqual(["a@example.org", "b@example.org"]);
  });

  test("adds nobody at all where one of them has left, complained or was erased", async () => {
    await bring(row("left@example.org"));
    await endSubscription(
      database.db,
      unsubscribeToken(SECRET, await idOf("left@example.org")),
      now,
    );
    await suppressAddress(database.db, SECRET, "complained@example.org", "complaint", now);
    const result = await bring(
      row("new@example.org"),
      row("left@example.org", 3),
      row("complained@example.org", 4),
    );
    expect(result).toEqual({
      kind: "refused",
      faults: [
        { line: 3, problem: expect.stringContaining("left@example.org has unsubscribed here") },
        {
          line: 4,
          problem: expect.stringContaining(
            "complained@example.org must not be written to (complaint, 2026-06-01)",
          ),
        },
      ],
    });
    expect(await addresses()).toEqual(["left@example.org"]);
  });

  test("completes a sign-up that waits for its confirmation", async () => {
    await bring(row("waits@example.org"));
    await database.db
      .updateTable("subscribers")
      .set({ status: "pending", confirmed_at: null })
      .execute();
    expect(await bring(row("waits@example.org"))).toEqual({ kind: "imported", added: 1, known: 0 });
    expect(await listSubscribers(database.db, "confirmed")).toHaveLength(1);
    expect(await listSubscribers(database.db, "pending")).toEqual([]);
  });
});
