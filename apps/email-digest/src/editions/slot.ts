import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { SlotOutcome } from "../database/schema.ts";
import { lastSlot, type Schedule } from "./schedule.ts";

/** Any number: it names the lock under which a slot is dealt with. */
const SLOT_LOCK = 7_320_005;
const DAY_MS = 86_400_000;
/** A look at the clock takes place this often at least; what comes later was missed first. */
const LATE_MS = 10 * 60_000;

export type SlotResult =
  | { kind: "nothing-due" }
  /** The schedule is new, or another than before: it holds from now on. */
  | { kind: "begun" }
  /** @param isLate whether it was due while no worker ran */
  | { kind: "handled"; slot: Date; outcome: SlotOutcome; isLate: boolean };

const nameOf = ({ cron, timeZone }: Schedule) => `${cron} ${timeZone}`;

/** A moment by the clocks of a zone, such as `2026-10-25 02:30`: in autumn two have one name. */
const clockTime = (moment: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone }).format(
    moment,
  );

/** The slot that is due and was not dealt with: the newest one, however many passed. */
export function dueSlot(schedule: Schedule, handled: Date, now: Date): Date | undefined {
  const slot = lastSlot(schedule, now);
  const isNew =
    slot > handled && clockTime(slot, schedule.timeZone) > clockTime(handled, schedule.timeZone);
  return isNew ? slot : undefined;
}

interface Slots {
  db: Db;
  schedule: Schedule;
  now: Date;
  /** Makes the edition; repeated, it makes no second one of the same works. */
  compose: () => Promise<"edition" | "nothing-new">;
}

/**
 * Deals with the slot that is due: makes its edition, also some days late, or notes that it was
 * missed. Of several workers and services on one database one does it; a slot whose edition could
 * not be made stays due.
 */
export async function keepSlots({ db, schedule, now, compose }: Slots): Promise<SlotResult> {
  const name = nameOf(schedule);
  return db.transaction().execute(async (tx): Promise<SlotResult> => {
    const { rows } = await sql<{ held: boolean }>`
      SELECT pg_try_advisory_xact_lock(${SLOT_LOCK}) AS held`.execute(tx);
    if (rows[0]?.held !== true) return { kind: "nothing-due" };
    // A clock that was ahead, by years perhaps, leaves lines that say nothing of what is due now.
    const last = await tx
      .selectFrom("slots")
      .where("slot", "<=", now)
      .select(["slot", "schedule"])
      .orderBy("slot", "desc")
      .limit(1)
      .executeTakeFirst();
    const note = (slot: Date, outcome: SlotOutcome) =>
      tx
        .insertInto("slots")
        .values({ slot, schedule: name, outcome, handled_at: now })
        .onConflict((conflict) => conflict.column("slot").doUpdateSet({ schedule: name, outcome }))
        .execute();
    if (last?.schedule !== name) {
      await note(now, "begun");
      return { kind: "begun" };
    }
    const slot = dueSlot(schedule, last.slot, now);
    if (slot === undefined) return { kind: "nothing-due" };
    const lateness = now.getTime() - slot.getTime();
    const isMissed = lateness > Math.max(LATE_MS, schedule.catchUpDays * DAY_MS);
    const outcome = isMissed ? "missed" : await compose();
    await note(slot, outcome);
    return { kind: "handled", slot, outcome, isLate: lateness > LATE_MS };
  });
}

/** The slots that were dealt with last, newest first. */
export const listSlots = (db: Db, count: number) =>
  db
    .selectFrom("slots")
    .where("outcome", "!=", "begun")
    .select(["slot", "outcome", "handled_at"])
    .orderBy("slot", "desc")
    .limit(count)
    .execute();
