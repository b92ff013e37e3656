import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase } from "../testing/test-database.ts";
import type { Schedule } from "./schedule.ts";
import { dueSlot, keepSlots, listSlots } from "./slot.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const at = (text: string) => new Date(text);
const schedule = (cron: string, timeZone = "UTC"): Schedule => ({
  cron,
  timeZone,
  catchUpDays: 7,
});

/** The slots that a worker deals with that looks at the clock every so often. */
function dealtWith(rule: Schedule, from: Date, until: Date, step: number): Date[] {
  const slots: Date[] = [];
  let handled = from;
  for (let now = from.getTime(); now <= until.getTime(); now += step) {
    const slot = dueSlot(rule, handled, new Date(now));
    if (slot === undefined) continue;
    slots.push(slot);
    handled = slot;
  }
  return slots;
}

describe("a day of the schedule", () => {
  test.each([
    ["autumn", "2026-10-24T10:00:00Z", ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]],
    ["spring", "2026-03-28T10:00:00Z", ["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]],
  ])("has one slot when the clocks change in %s", (_season, from, slots) => {
    const berlin = schedule("30 2 * * *", "Europe/Berlin");
    const days = dealtWith(berlin, at(from), new Date(at(from).getTime() + 2 * DAY), 5 * MINUTE);
    expect(days).toEqual(slots.map(at));
  });

  test("has one slot in every zone, whatever the hour and however seldom the clock is looked at", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 1, max: 90 }),
        (zone, hour, minute, day, step) => {
          const rule = schedule(`${minute} ${hour} * * *`, zone);
          const from = new Date(Date.UTC(2026, 0, 1) + day * DAY);
          const slots = dealtWith(rule, from, new Date(from.getTime() + 4 * DAY), step * MINUTE);
          const days = slots.map((slot) =>
            new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(slot),
          );
          expect(new Set(days).size).toBe(days.length);
          expect(days.length).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("slots", () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let made: number;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.db.deleteFrom("slots").execute();
    made = 0;
  });

  const monthly = schedule("0 9 1 * *");
  const look = (now: string, rule = monthly) =>
    keepSlots({
      db: database.db,
      schedule: rule,
      now: at(now),
      compose: () => {
        made += 1;
        return Promise.resolve("edition");
      },
    });

  test("begin with the first look, and one is due at its time, once", async () => {
    expect(await look("2026-01-15T00:00:00Z")).toEqual({ kind: "begun" });
    expect(await look("2026-02-01T08:59:59Z")).toEqual({ kind: "nothing-due" });
    expect(await look("2026-02-01T09:00:00Z")).toMatchObject({ outcome: "edition", isLate: false });
    expect(await look("2026-02-01T09:00:20Z")).toEqual({ kind: "nothing-due" });
    expect(made).toBe(1);
  });

  test("that were missed are caught up with one edition, within the window that the settings name", async () => {
    await look("2026-01-15T00:00:00Z");
    expect(await look("2026-04-05T00:00:00Z")).toMatchObject({
      kind: "handled",
      slot: at("2026-04-01T09:00:00Z"),
      outcome: "edition",
      isLate: true,
    });
    expect(await look("2026-04-05T00:00:20Z")).toEqual({ kind: "nothing-due" });
    expect(await look("2026-05-20T00:00:00Z")).toMatchObject({ outcome: "missed", isLate: true });
    expect(made).toBe(1);
    expect((await listSlots(database.db, 9)).map(({ outcome }) => outcome)).toEqual([
      "missed",
      "edition",
    ]);
  });

  test("of an edited schedule hold from the edit on, and nothing is due for it before", async () => {
    await look("2026-01-15T00:00:00Z");
    const daily = schedule("0 9 * * *");
    expect(await look("2026-01-15T10:00:00Z", daily)).toEqual({ kind: "begun" });
    expect(await look("2026-01-15T10:00:20Z", daily)).toEqual({ kind: "nothing-due" });
    expect(await look("2026-01-16T09:00:00Z", daily)).toMatchObject({ outcome: "edition" });
  });

  test("are dealt with once where several workers look at the same moment", async () => {
    await look("2026-01-15T00:00:00Z");
    const results = await Promise.all(
      Array.from({ length: 5 }, () => look("2026-02-01T09:00:10Z")),
    );
    expect(results.filter(({ kind }) => kind === "handled")).toHaveLength(1);
    expect(made).toBe(1);
  });

  test("are due as ever after a clock that was years ahead", async () => {
    expect(await look("2036-06-15T00:00:00Z")).toEqual({ kind: "begun" });
    expect(await look("2036-07-01T09:00:00Z")).toMatchObject({ outcome: "edition" });
    expect(await look("2026-01-15T00:00:00Z")).toEqual({ kind: "begun" });
    expect(await look("2026-02-01T09:00:00Z")).toMatchObject({ outcome: "edition", isLate: false });
    expect(await look("2026-03-01T09:00:00Z")).toMatchObject({ outcome: "edition", isLate: false });
    expect(await look("2026-03-01T09:00:20Z")).toEqual({ kind: "nothing-due" });
    expect(made).toBe(3);
  });

  test("stay dealt with when the clock jumps back, and stay due when the edition fails", async () => {
    await look("2026-01-15T00:00:00Z");
    await look("2026-02-01T09:00:00Z");
    expect(await look("2026-01-31T09:00:00Z")).toEqual({ kind: "nothing-due" });
    expect(await look("2026-02-01T09:00:00Z")).toEqual({ kind: "nothing-due" });
    const failing = keepSlots({
      db: database.db,
      schedule: monthly,
      now: at("2026-03-01T09:00:00Z"),
      compose: () => Promise.reject(new Error("the record is faulty")),
    });
    await expect(failing).rejects.toThrow("faulty");
    expect(await look("2026-03-01T11:00:00Z")).toMatchObject({ outcome: "edition" });
    expect(made).toBe(2);
  });
});
