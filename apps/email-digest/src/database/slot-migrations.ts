import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** When an edition was due by the schedule, and what came of it. */
export const SLOT_MIGRATIONS: Record<string, Migration> = {
  "0061-slots": {
    async up(db: Kysely<unknown>) {
      await sql`
        CREATE TABLE slots (
          slot timestamptz PRIMARY KEY,
          schedule text NOT NULL,
          outcome text NOT NULL CHECK (outcome IN ('begun', 'edition', 'nothing-new', 'missed')),
          handled_at timestamptz NOT NULL
        )`.execute(db);
    },
  },
};
