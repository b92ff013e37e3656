import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What is kept about refusals that concern all recipients. */
export const BRAKE_MIGRATIONS: Record<string, Migration> = {
  "0061-brakes": {
    async up(db: Kysely<unknown>) {
      await sql`ALTER TABLE editions ADD COLUMN held_until timestamptz`.execute(db);
      await sql`ALTER TABLE deliveries ADD COLUMN alarms integer NOT NULL DEFAULT 0`.execute(db);
    },
  },
};
