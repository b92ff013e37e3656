import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Whose the installation is; a database of an earlier version learns it from the first record. */
export const OWNER_MIGRATIONS: Record<string, Migration> = {
  "0050-owner": {
    async up(db: Kysely<unknown>) {
      await sql`
        ALTER TABLE installation
          ADD COLUMN owner jsonb,
          ADD COLUMN first_edition integer NOT NULL DEFAULT 1`.execute(db);
    },
  },
};
