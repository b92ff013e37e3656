import type { Cv } from "@triptych/schema";
import { sql, type Transaction } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { Tables } from "../database/schema.ts";
import { lockEditions, storeBaseline, tellAll } from "../editions/announcements.ts";
import { countPeople, judgeOwner } from "./judge-owner.ts";
import { OtherOwner } from "./other-owner.ts";
import { learnOwner, type Owner, ownerOf } from "@triptych/data";

export interface Claim {
  isFirstStart: boolean;
  /** Whose the installation was that nobody had been written to from. */
  adoptedFrom?: string;
}

async function storeOwner(tx: Transaction<Tables>, owner: Owner): Promise<void> {
  await tx
    .updateTable("installation")
    .set({ owner: JSON.stringify(owner) })
    .execute();
}

/** Nobody was written to: what was noted of the old record goes, the journal's folder with it. */
async function startAnew(tx: Transaction<Tables>): Promise<void> {
  for (const table of ["announcements", "edition_variants", "editions"] as const)
    await tx.deleteFrom(table).execute();
  await sql`UPDATE installation SET id = gen_random_uuid(), first_edition = 1`.execute(tx);
}

/**
 * Makes sure that the record is of the person whose installation this is, and counts everything in
 * it as announced where it is the first one. An installation that nobody was ever written to from
 * takes on a new owner.
 * @throws OtherOwner
 */
export async function claimInstallation(db: Db, cv: Cv): Promise<Claim> {
  return db.transaction().execute(async (tx) => {
    await lockEditions(tx);
    const judged = await judgeOwner(tx, cv);
    if (judged.kind === "other")
      throw new OtherOwner(judged.known?.name, cv.profile.name, judged.subscribers);
    if (judged.kind === "own") {
      const owner = learnOwner(cv, judged.known);
      if (JSON.stringify(owner) !== JSON.stringify(judged.known)) await storeOwner(tx, owner);
      return { isFirstStart: await storeBaseline(tx, cv) };
    }
    await startAnew(tx);
    await storeOwner(tx, ownerOf(cv));
    await storeBaseline(tx, cv);
    return { isFirstStart: true, adoptedFrom: judged.known?.name ?? "somebody else" };
  });
}

/** What became of the list when it was handed over. */
export interface Adoption {
  subscribers: number;
  /** Editions of the former owner of which something was still to be sent; they are on hold. */
  held: number[];
}

/**
 * Hands the installation over to the owner of a record. Everything in it counts as announced;
 * subscribers stay; editions of the former owner are shown and sent no more.
 */
export async function adoptInstallation(db: Db, cv: Cv, now: Date): Promise<Adoption> {
  return db.transaction().execute(async (tx) => {
    await lockEditions(tx);
    await storeOwner(tx, ownerOf(cv));
    await tx.updateTable("announcements").set({ edition: null }).execute();
    await tellAll(tx, cv);
    await sql`UPDATE installation SET first_edition = 1 + coalesce((SELECT max(number) FROM editions), 0)`.execute(
      tx,
    );
    const { rows } = await sql<{ number: number }>`
      UPDATE editions SET held_at = ${now}, held_reason = 'It is of the former owner of this digest.'
       WHERE EXISTS (SELECT FROM deliveries WHERE edition = number AND state = 'planned')
       RETURNING number`.execute(tx);
    return { subscribers: await countPeople(tx), held: rows.map(({ number }) => number) };
  });
}

/** Notes that the record is of the same person, who has another name and other addresses now. */
export async function renameOwner(db: Db, cv: Cv): Promise<void> {
  await db.transaction().execute((tx) => storeOwner(tx, ownerOf(cv)));
}
