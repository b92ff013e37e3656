import type { Cv } from "@triptych/schema";
import { listAnnounceable } from "@triptych/view";
import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import { isOwnedBy, isSameName, type Owner } from "@triptych/data";

/** What a record is to the installation. */
export type Judgement =
  | { kind: "own"; known: Owner | undefined }
  /** Somebody else's, and nobody was ever written to. */
  | { kind: "unused"; known: Owner | undefined }
  | { kind: "other"; known: Owner | undefined; subscribers: number };

async function readOwner(db: Db): Promise<Owner | undefined> {
  const { owner } = await db.selectFrom("installation").select("owner").executeTakeFirstOrThrow();
  return owner ?? undefined;
}

export async function countPeople(db: Db): Promise<number> {
  const { people } = await db
    .selectFrom("subscribers")
    .select((eb) => eb.fn.countAll<number>().as("people"))
    .executeTakeFirstOrThrow();
  return people;
}

/** Whether anybody is on the list, asks to be, or was ever sent an edition. */
async function isInUse(db: Db): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    SELECT EXISTS (SELECT FROM subscribers) OR EXISTS (SELECT FROM sign_ups)
        OR EXISTS (SELECT FROM editions WHERE recipients > 0) AS used`.execute(db);
  return rows[0]?.used === true;
}

/**
 * Whether a database of a version that noted no owner has announced works, and none of them is in
 * the record.
 */
async function isStrange(db: Db, cv: Cv): Promise<boolean> {
  const rows = await db
    .selectFrom("announcements")
    .where("milestone", "not like", "baseline%")
    .select("milestone")
    .execute();
  const own = new Set(listAnnounceable(cv));
  return own.size > 0 && rows.length > 0 && !rows.some(({ milestone }) => own.has(milestone));
}

/** Tells whose record it is; changes nothing. */
export async function judgeOwner(db: Db, cv: Cv): Promise<Judgement> {
  const known = await readOwner(db);
  const isOwn = known === undefined ? !(await isStrange(db, cv)) : isOwnedBy(cv, known);
  const keepsName = known === undefined || isSameName(known.name, cv.profile.name);
  if (isOwn && keepsName) return { kind: "own", known };
  // A copy of the example with one's own name in it is a new record, whatever address it kept.
  if (!(await isInUse(db))) return { kind: "unused", known };
  return isOwn
    ? { kind: "own", known }
    : { kind: "other", known, subscribers: await countPeople(db) };
}
