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
  "0063-bounce-brakes": {
    async up(db: Kysely<unknown>) {
      await sql`
        CREATE TABLE bounce_brakes (
          edition integer NOT NULL REFERENCES editions ON DELETE CASCADE,
          domain text NOT NULL,
          reason text NOT NULL,
          at timestamptz NOT NULL,
          released_at timestamptz,
          PRIMARY KEY (edition, domain)
        )`.execute(db);
      await sql`ALTER TABLE bounce_brakes ALTER COLUMN domain SET STATISTICS 0`.execute(db);
      await sql`ALTER TABLE subscribers ADD COLUMN restored_at timestamptz`.execute(db);
    },
  },
};
