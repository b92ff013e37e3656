import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What mail servers reported about deliveries, one row for each kind of report about a delivery.
 */
export const REPORT_MIGRATIONS: Record<string, Migration> = {
  "0030-reports": {
    async up(db: Kysely<unknown>) {
      await sql`
        CREATE TABLE reports (
          edition integer NOT NULL,
          subscriber_id uuid NOT NULL,
          kind text NOT NULL CHECK (kind IN ('hard', 'soft', 'policy', 'complaint')),
          status text,
          reply text NOT NULL,
          at timestamptz NOT NULL,
          PRIMARY KEY (edition, subscriber_id, kind),
          FOREIGN KEY (edition, subscriber_id) REFERENCES deliveries ON DELETE CASCADE
        )`.execute(db);
    },
  },
  "0064-unreadable-reports": {
    async up(db: Kysely<unknown>) {
      await sql`
        ALTER TABLE reports DROP CONSTRAINT reports_kind_check,
          ADD CONSTRAINT reports_kind_check
            CHECK (kind IN ('hard', 'soft', 'policy', 'complaint', 'unreadable'))`.execute(db);
    },
  },
};
