import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";

/** A hash over every row of every table of ours, to see that something changed nothing. */
export async function hashRows(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`.execute(
    db,
  );
  const hashes = await Promise.all(
    rows.map(async ({ name }) => {
      const result = await sql<{
        hash: string | null;
      }>`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${sql.table(name)} t`.execute(
        db,
      );
      return `${name} ${result.rows[0]?.hash ?? "empty"}`;
    }),
  );
  return hashes.join("\n");
}
