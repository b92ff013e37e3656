import { Cv, type CvInput } from "@triptych/schema";
import * as fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { sumOf } from "../cli/editions/equation.ts";
import { listEditions } from "./edition-list.ts";
import { catchUp, createEdition } from "./create-edition.ts";
import { EMPTY_JOURNAL } from "../testing/empty-journal.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { untilBlocked } from "../testing/until-blocked.ts";
import { keepChoice } from "../subscribers/preferences/choice.ts";
import { storeBaseline } from "./announcements.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const record = (works: Record<string, string[]>): Cv =>
  Cv.parse({
    profile: { name: "Ada Example" },
    publications: Object.entries(works).map(([id, topics]): WorkInput => ({
      id,
      title: `Title of ${id}`,
      authors: ["Ada Example"],
      appearances: [{ kind: "preprint", date: "2026" }],
      topics,
    })),
  });

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let now: Date;
const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));

beforeEach(async () => {
  await database?.close();
  database = await openTestDatabase();
  at("2026-01-01");
});
afterAll(() => database.close());

async function subscribe(): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    address: `${id}@example.org`,
    status: "confirmed" as const,
    unsubscribe_hash: id,
    consent_text: "c",
    consent_at: now,
    confirmed_at: now,
    ended_at: null,
  };
  await database.db.insertInto("subscribers").values(row).execute();
  return id;
}

const options = (cv: Cv) => ({
  db: database.db,
  journal: EMPTY_JOURNAL,
  cv,
  domain: "x.example",
  now,
  render: (edition: { subject: string; milestones: string[] }, number: number, tailored?: string) =>
    Promise.resolve({
      subject: edition.subject,
      html: edition.milestones.join(" "),
      text: `${number}/${tailored ?? ""}`,
    }),
  enqueue: () => Promise.resolve(),
});

/** What the slot of a schedule does. */
async function slot(cv: Cv): Promise<void> {
  const result = await createEdition(options(cv));
  if (result.kind === "nothing-new") await catchUp(options(cv));
}

/** The milestones of every mail someone got, in order. */
async function mailsOf(id: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom("deliveries")
    .innerJoin("editions", "editions.number", "deliveries.edition")
    .leftJoin("edition_variants", (join) =>
      join
        .onRef("edition_variants.edition", "=", "deliveries.edition")
        .onRef("edition_variants.key", "=", "deliveries.variant"),
    )
    .where("subscriber_id", "=", id)
    .orderBy("deliveries.edition")
    .select(["editions.html as all", "edition_variants.html as own"])
    .execute();
  return rows.map(({ all, own }) => (own ?? all).replaceAll(":appeared", ""));
}

describe("topics", () => {
  test("everyone gets one mail with what they chose, nobody an empty one, and readers of the same share it", async () => {
    await storeBaseline(database.db, record({}));
    const [all, sparse, seeing, both, twin] = [
      await subscribe(),
      await subscribe(),
      await subscribe(),
      await subscribe(),
      await subscribe(),
    ];
    await keepChoice(database.db, sparse, { topics: ["Sparsity"], frequency: "every" });
    await keepChoice(database.db, seeing, { topics: ["vision"], frequency: "every" });
    await keepChoice(database.db, both, { topics: ["Vision", "Sparsity"], frequency: "every" });
    await keepChoice(database.db, twin, { topics: ["sparsity"], frequency: "every" });
    at("2026-01-02");
    const result = await createEdition(
      options(record({ a: ["Sparsity"], b: ["Sparsity", "Language"] })),
    );
    expect(result).toMatchObject({ kind: "created", recipients: 4 });
    expect([
      await mailsOf(all),
      await mailsOf(sparse),
      await mailsOf(seeing),
      await mailsOf(both),
    ]).toEqual([["a b"], ["a b"], [], ["a b"]]);
    expect(await database.db.selectFrom("edition_variants").selectAll().execute()).toHaveLength(1);
    at("2026-02-01");
    await slot(record({ a: ["Sparsity"], b: ["Sparsity", "Language"], c: ["Vision"], d: [] }));
    expect([
      await mailsOf(all),
      await mailsOf(sparse),
      await mailsOf(seeing),
      await mailsOf(both),
    ]).toEqual([["a b", "c d"], ["a b", "d"], ["c d"], ["a b", "c d"]]);
  });
});

test("who is erased while the edition is planned does not stand in its way, and the sum holds", async () => {
  await storeBaseline(database.db, record({}));
  const [alone, shared] = [await subscribe(), await subscribe()];
  await keepChoice(database.db, alone, { topics: ["Vision"], frequency: "every" });
  await keepChoice(database.db, shared, { topics: ["Sparsity"], frequency: "every" });
  await keepChoice(database.db, await subscribe(), { topics: ["Sparsity"], frequency: "every" });
  at("2026-01-02");
  const erased: Promise<unknown>[] = [];
  const { render, ...rest } = options(record({ a: ["Sparsity"], b: ["Vision"] }));
  const result = await createEdition({
    ...rest,
    render: async (edition, number, tailored) => {
      // A tailored letter is made between the look at who reads it and the plan of their mails.
      if (tailored !== undefined && erased.length === 0) {
        erased.push(
          ...[alone, shared].map((id) =>
            database.db.deleteFrom("subscribers").where("id", "=", id).execute(),
          ),
        );
        await untilBlocked(database.db, Promise.all(erased));
      }
      return render(edition, number, tailored);
    },
  });
  await Promise.all(erased);
  expect(result.kind).toBe("created");
  const [sums] = await listEditions(database.db);
  expect(sums === undefined ? undefined : sumOf(sums)).toBe(sums?.recipients);
  expect(sums?.deliveries.planned).toBe(1);
});

describe("a slower rhythm", () => {
  test("gets at the first chance in a new quarter what it has not been told, also where nothing is new then", async () => {
    await storeBaseline(database.db, record({}));
    const id = await subscribe();
    await keepChoice(database.db, id, { topics: null, frequency: "quarterly" });
    at("2026-02-01");
    await slot(record({ a: [] }));
    at("2026-03-01");
    await slot(record({ a: [], b: [] }));
    expect(await mailsOf(id)).toEqual([]);
    at("2026-04-01");
    await slot(record({ a: [], b: [] }));
    expect(await mailsOf(id)).toEqual(["a b"]);
    at("2026-05-01");
    await slot(record({ a: [], b: [], c: [] }));
    at("2026-07-01");
    await slot(record({ a: [], b: [], c: [], d: [] }));
    expect(await mailsOf(id)).toEqual(["a b", "c d"]);
    expect(await database.db.selectFrom("deliveries").selectAll().execute()).toHaveLength(2);
  });

  test("someone who changes after years is told nothing again, and nothing from before the subscription", async () => {
    await storeBaseline(database.db, record({}));
    await slot(record({ old: [] }));
    at("2026-01-02");
    const id = await subscribe();
    at("2026-02-01");
    await slot(record({ old: [], a: [] }));
    await keepChoice(database.db, id, { topics: null, frequency: "yearly" });
    at("2026-03-01");
    await slot(record({ old: [], a: [], b: [] }));
    await keepChoice(database.db, id, { topics: null, frequency: "every" });
    at("2026-04-01");
    await slot(record({ old: [], a: [], b: [] }));
    at("2026-05-01");
    await slot(record({ old: [], a: [], b: [], c: [] }));
    expect(await mailsOf(id)).toEqual(["a", "b", "c"]);
  });

  test("a pending or ended subscription keeps no choice", async () => {
    const id = await subscribe();
    await database.db
      .updateTable("subscribers")
      .set({ status: "unsubscribed" })
      .where("id", "=", id)
      .execute();
    expect(await keepChoice(database.db, id, { topics: null, frequency: "yearly" })).toBe(false);
  });
});

/**
 * A reader as the rules have it, kept by hand: what waits since the last mail, and what was told.
 */
interface Model {
  topics: string[] | null;
  frequency: string;
  toldAt: Date;
  waiting: { id: string; topics: string[] }[];
  told: string[];
}

const period = (frequency: string, at: Date) =>
  frequency === "yearly"
    ? `${at.getUTCFullYear()}`
    : `${at.getUTCFullYear()} ${Math.floor(at.getUTCMonth() / 3)}`;

function tell(model: Model, fresh: Model["waiting"]): void {
  model.waiting.push(...fresh);
  const isDue =
    model.frequency === "every" ||
    period(model.frequency, model.toldAt) !== period(model.frequency, now);
  const matching = model.waiting.filter(
    ({ topics }) =>
      model.topics === null ||
      topics.length === 0 ||
      topics.some((topic) => model.topics?.includes(topic)),
  );
  if (!isDue || matching.length === 0) return;
  model.told.push(...matching.map(({ id }) => id));
  model.waiting = [];
  model.toldAt = now;
}

test("whatever people choose and whenever they change it, they are told what the rules say, and nothing twice", async () => {
  const TOPICS = ["a", "b", "c"];
  const choice = fc.record({
    reader: fc.nat(2),
    topics: fc.option(fc.subarray(TOPICS)),
    frequency: fc.constantFrom("every" as const, "quarterly" as const, "yearly" as const),
  });
  const step = fc.record({
    days: fc.integer({ min: 1, max: 120 }),
    adds: fc.array(fc.subarray(TOPICS), { maxLength: 2 }),
    choice: fc.option(choice),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      await database.close();
      database = await openTestDatabase();
      at("2026-01-01");
      await storeBaseline(database.db, record({}));
      const ids = [await subscribe(), await subscribe(), await subscribe()];
      const models = ids.map((): Model => ({
        topics: null,
        frequency: "every",
        toldAt: now,
        waiting: [],
        told: [],
      }));
      const works: Record<string, string[]> = {};
      for (const { days, adds, choice: chosen } of steps) {
        now = new Date(now.getTime() + days * 86_400_000);
        const fresh = adds.map((topics, index) => ({
          id: `w${Object.keys(works).length + index}`,
          topics,
        }));
        for (const { id, topics } of fresh) works[id] = topics;
        if (chosen !== null) {
          await keepChoice(database.db, ids[chosen.reader] ?? "", chosen);
          Object.assign(models[chosen.reader] ?? {}, {
            topics: chosen.topics,
            frequency: chosen.frequency,
          });
        }
        await slot(record(works));
        for (const model of models) tell(model, fresh);
      }
      for (const [index, id] of ids.entries()) {
        const told = (await mailsOf(id)).flatMap((mail) => mail.split(" "));
        expect(new Set(told).size).toBe(told.length);
        expect(told.toSorted()).toEqual(models[index]?.told.toSorted());
      }
    }),
    { numRuns: 15 },
  );
});
