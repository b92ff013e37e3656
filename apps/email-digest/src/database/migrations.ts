import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { LINK_MIGRATIONS } from "./link-migrations.ts";
import { BRAKE_MIGRATIONS } from "./brake-migrations.ts";
import { OWNER_MIGRATIONS } from "./owner-migrations.ts";
import { REPORT_MIGRATIONS } from "./report-migrations.ts";
import { OWNER_NOTICE_MIGRATIONS } from "./owner-notice-migrations.ts";
import type { Db } from "./schema.ts";
import { SLOT_MIGRATIONS } from "./slot-migrations.ts";
import { SUBSCRIPTION_MIGRATIONS } from "./subscription-migrations.ts";
import { DELIVERY } from "./0010-delivery.ts";

/** Applied in the order of their names and never changed once released. */
export const MIGRATIONS: Record<string, Migration> = {
  "0001-first": {
    async up(db: Kysely<unknown>) {
      await sql`
        CREATE TABLE subscribers (
          id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          address text NOT NULL UNIQUE,
          status text NOT NULL CHECK (status IN ('pending', 'confirmed', 'unsubscribed')),
          unsubscribe_hash text NOT NULL UNIQUE,
          consent_text text NOT NULL,
          consent_at timestamptz NOT NULL,
          confirmed_at timestamptz,
          ended_at timestamptz
        )`.execute(db);
      await sql`
        CREATE TABLE tokens (
          hash text PRIMARY KEY,
          purpose text NOT NULL CHECK (purpose IN ('confirm')),
          subscriber_id uuid NOT NULL REFERENCES subscribers ON DELETE CASCADE,
          expires_at timestamptz NOT NULL
        )`.execute(db);
      await sql`
        CREATE TABLE editions (
          number integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
          subject text NOT NULL,
          summary text NOT NULL,
          html text NOT NULL,
          text text NOT NULL,
          hash text NOT NULL,
          created_at timestamptz NOT NULL
        )`.execute(db);
      await sql`CREATE TABLE announcements (milestone text PRIMARY KEY, edition integer REFERENCES editions)`.execute(
        db,
      );
      await sql`
        CREATE TABLE deliveries (
          edition integer NOT NULL REFERENCES editions,
          subscriber_id uuid NOT NULL REFERENCES subscribers ON DELETE CASCADE,
          state text NOT NULL CHECK (state IN ('planned', 'sending', 'accepted', 'failed', 'unknown')),
          message_id text NOT NULL UNIQUE,
          attempts integer NOT NULL DEFAULT 0,
          due_at timestamptz NOT NULL,
          worker integer,
          reply text,
          settled_at timestamptz,
          PRIMARY KEY (edition, subscriber_id)
        )`.execute(db);
      await sql`CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'planned'`.execute(
        db,
      );
      await sql`CREATE INDEX deliveries_sending ON deliveries (worker) WHERE state = 'sending'`.execute(
        db,
      );
      await sql`
        CREATE TABLE notices (
          id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          subscriber_id uuid NOT NULL REFERENCES subscribers ON DELETE CASCADE,
          kind text NOT NULL CHECK (kind IN ('confirmation', 'welcome')),
          created_at timestamptz NOT NULL
        )`.execute(db);
      await sql`CREATE INDEX notices_recent ON notices (subscriber_id, created_at)`.execute(db);
    },
  },
  "0010-delivery": DELIVERY,
  ...SUBSCRIPTION_MIGRATIONS,
  ...REPORT_MIGRATIONS,
  ...OWNER_MIGRATIONS,
  ...LINK_MIGRATIONS,
  ...SLOT_MIGRATIONS,
  ...BRAKE_MIGRATIONS,
  ...OWNER_NOTICE_MIGRATIONS,
};

/** Makes the tables what they are today, or were after a migration. */
export async function runMigrations(db: Db, last?: string): Promise<void> {
  // The migrator takes a lock, so any number of processes may start at once.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
  });
  const { error } = await (last === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(last));
  if (error !== undefined) throw error;
}
