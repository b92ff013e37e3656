import { sql, type Transaction } from "kysely";
import { join } from "node:path";
import type { Db } from "../database/open-database.ts";
import type { Tables } from "../database/schema.ts";
import { type Journal, openJournal } from "./journal.ts";

/**
 * The journal of the installation whose data a database holds: two databases tried on one machine
 * do not mix.
 */
export const openInstallationJournal = async (db: Db, folder: string): Promise<Journal> =>
  openJournal(await journalFolderOf(db, folder));

/** Folder of the journal of one installation. */
export async function journalFolderOf(db: Db, folder: string): Promise<string> {
  const { id } = await db.selectFrom("installation").select("id").executeTakeFirstOrThrow();
  return join(folder, id);
}

/**
 * Brings journal and database to the same knowledge of what was announced. Returns the milestones
 * that only the journal knew: more than none means that the database is older than what has been
 * sent from here.
 */
export async function syncAnnouncements(db: Db, journal: Journal): Promise<number> {
  const rows = await db.selectFrom("announcements").selectAll().execute();
  const known = new Set(rows.map(({ milestone }) => milestone));
  const forgotten = [...journal.readAnnounced().milestones].filter(
    (milestone) => !known.has(milestone),
  );
  if (forgotten.length > 0) {
    await db
      .insertInto("announcements")
      .values(forgotten.map((milestone) => ({ milestone, edition: null })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const edition of new Set(rows.map((row) => row.edition ?? 0))) {
    const own = rows.filter((row) => (row.edition ?? 0) === edition);
    journal.announce(
      edition,
      own.map(({ milestone }) => milestone),
    );
  }
  return forgotten.length;
}

/** Notes that an edition's milestones are announced, before its first mail leaves this machine. */
export async function noteEdition(
  db: Db,
  journal: Pick<Journal, "announce">,
  edition: number,
): Promise<void> {
  const rows = await db
    .selectFrom("announcements")
    .where("edition", "=", edition)
    .select("milestone")
    .execute();
  journal.announce(
    edition,
    rows.map(({ milestone }) => milestone),
  );
}

/**
 * Copies an edition's notes into a table of this transaction and returns the planned rows that have
 * left more often than they were asked for.
 */
async function findSent(
  tx: Transaction<Tables>,
  journal: Journal,
  edition: number,
): Promise<string[]> {
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS begun (id text NOT NULL, step integer NOT NULL) ON COMMIT DROP`.execute(
    tx,
  );
  await sql`TRUNCATE begun`.execute(tx);
  for await (const piece of journal.readBegun(edition)) {
    const [ids, steps] = [piece.map(({ id }) => id), piece.map(({ step }) => step)];
    await sql`INSERT INTO begun SELECT * FROM unnest(${ids}::text[], ${steps}::int[])`.execute(tx);
  }
  const { rows } = await sql<{ message_id: string }>`
    SELECT message_id FROM deliveries JOIN (SELECT id, sum(step) AS times FROM begun GROUP BY id) AS b ON b.id = split_part(substr(message_id, 2), '@', 1)
     WHERE edition = ${edition} AND state = 'planned' AND times > resends`.execute(tx);
  return rows.map((row) => row.message_id);
}

/**
 * What the database plans although it has left this machine is unknown: the database was restored
 * from a backup. Looked at twice, since another worker may just be taking a message back: what it
 * notes is on file before the row is planned again, so the second look, at rows that nobody can
 * change meanwhile, is right. Returns how many were found.
 */
export async function parkRestored(db: Db, journal: Journal, now: Date): Promise<number> {
  const editions = await db
    .selectFrom("deliveries")
    .where("state", "=", "planned")
    .select("edition")
    .distinct()
    .execute();
  let parked = 0;
  for (const { edition } of editions) {
    if (!journal.hasBegun(edition)) continue;
    parked += await db.transaction().execute(async (tx) => {
      const suspects = await findSent(tx, journal, edition);
      if (suspects.length === 0) return 0;
      await sql`SELECT 1 FROM deliveries WHERE message_id = ANY(${suspects}::text[]) AND state = 'planned' FOR UPDATE`.execute(
        tx,
      );
      const sent = await findSent(tx, journal, edition);
      const { numUpdatedRows } = await tx
        .updateTable("deliveries")
        .set({
          state: "unknown",
          worker: null,
          route: "",
          settled_at: now,
          reply: "it had left before the database was restored from a backup",
        })
        .where(
          sql<boolean>`message_id = ANY(${sent.filter((id) => suspects.includes(id))}::text[])`,
        )
        .where("state", "=", "planned")
        .executeTakeFirst();
      return Number(numUpdatedRows);
    });
  }
  return parked;
}
