import type { Cv } from "@triptych/schema";
import { listAnnounceable, listEventKeys } from "@triptych/view";
import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";

/**
 * What the record has announced, and with which edition; 0 for what was there at the first start.
 */
export type Announcements = ReadonlyMap<string, number>;

export async function readAnnouncements(db: Db): Promise<Announcements> {
  const rows = await db.selectFrom("announcements").selectAll().execute();
  return new Map(rows.map(({ milestone, edition }) => [milestone, edition ?? 0]));
}

/**
 * Any number: it names the lock under which editions are made, so that two never announce the same.
 */
export const EDITION_LOCK = 7_320_001;

/**
 * Says that talks and awards are part of the baseline; databases from before they were announced
 * lack it.
 */
const EVENTS_MARKER = "baseline:events";

export async function readAnnounced(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom("announcements").select("milestone").execute();
  return new Set(rows.map((row) => row.milestone));
}

/** Editions are made one after another, and not while the installation changes hands. */
export async function lockEditions(tx: Db): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`.execute(tx);
}

async function store(tx: Db, milestones: Iterable<string>): Promise<void> {
  // A record without works gets a marker, or its first work would be taken for baseline at the
  // next start.
  const keys = [...new Set(["baseline", EVENTS_MARKER, ...milestones])];
  await tx
    .insertInto("announcements")
    .values(keys.map((milestone) => ({ milestone, edition: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Counts everything in the record as announced. */
export async function tellAll(tx: Db, cv: Cv): Promise<void> {
  await store(tx, listAnnounceable(cv));
}

/**
 * On the first start everything in the record counts as announced, so that nobody is mailed a
 * career. `true` if this was the first start.
 * @param tx holds the lock of the editions
 */
export async function storeBaseline(tx: Db, cv: Cv): Promise<boolean> {
  const told = await readAnnounced(tx);
  if (told.has(EVENTS_MARKER)) return false;
  await store(tx, told.size === 0 ? listAnnounceable(cv) : listEventKeys(cv));
  return told.size === 0;
}
