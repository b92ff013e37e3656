import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** When the owner was told how an edition went; of those before, they know. */
export const OWNER_NOTICE_MIGRATIONS: Record<string, Migration> = {
  "0062-owner-notices": {
    async up(db: Kysely<unknown>) {
      await sql`ALTER TABLE editions ADD COLUMN reported_at timestamptz`.execute(db);
      await sql`UPDATE editions SET reported_at = now()`.execute(db);
    },
  },
};
