import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";

/** An edition in a list of all. */
export interface ArchivedEdition {
  number: number;
  subject: string;
  summary: string;
  createdAt: Date;
}

/** Editions of the present owner of the installation. */
const ofOwner = sql<boolean>`number >= (SELECT first_edition FROM installation)`;

/** All editions of the owner, the newest first. */
export function listArchive(db: Db): Promise<ArchivedEdition[]> {
  return db
    .selectFrom("editions")
    .select(["number", "subject", "summary", "created_at as createdAt"])
    .where(ofOwner)
    .orderBy("number", "desc")
    .execute();
}

/** The newest editions with their letters, the newest first. */
export function listNewest(db: Db, count: number): Promise<(ArchivedEdition & { html: string })[]> {
  return db
    .selectFrom("editions")
    .select(["number", "subject", "summary", "html", "created_at as createdAt"])
    .where(ofOwner)
    .orderBy("number", "desc")
    .limit(count)
    .execute();
}

/** The number of the newest edition; undefined before the first one. */
export async function findNewest(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom("editions")
    .select("number")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}

/** Whether an edition is of the present owner, and not of one who handed the installation over. */
export async function isOfOwner(db: Db, number: number): Promise<boolean> {
  const { first_edition: first } = await db
    .selectFrom("installation")
    .select("first_edition")
    .executeTakeFirstOrThrow();
  return number >= first;
}
