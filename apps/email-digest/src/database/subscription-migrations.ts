import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Tables around a subscription: what was asked for, what it may cost, who must not be written to.
 */
export const SUBSCRIPTION_MIGRATIONS: Record<string, Migration> = {
  "0020-sign-ups": {
    async up(db: Kysely<unknown>) {
      await sql`
        CREATE TABLE sign_ups (
          id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          kind text NOT NULL CHECK (kind IN ('subscribe', 'manage')),
          address text NOT NULL,
          network text NOT NULL,
          is_timed boolean NOT NULL,
          consent_text text NOT NULL,
          form text NOT NULL,
          at timestamptz NOT NULL
        )`.execute(db);
      await sql`
        CREATE TABLE limited_mails (
          id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
          kind text NOT NULL,
          address_hash text NOT NULL,
          network text NOT NULL,
          domain_hash text NOT NULL,
          is_timed boolean NOT NULL,
          at timestamptz NOT NULL
        )`.execute(db);
      await sql`CREATE INDEX limited_mails_at ON limited_mails (at)`.execute(db);
      await sql`CREATE INDEX limited_mails_address ON limited_mails (address_hash, at)`.execute(db);
      await sql`CREATE TABLE spent_nonces (hash text PRIMARY KEY, expires_at timestamptz NOT NULL)`.execute(
        db,
      );
      await sql`
        CREATE TABLE suppressions (
          hash text PRIMARY KEY,
          reason text NOT NULL CHECK (reason IN ('complaint', 'bounced', 'erased')),
          at timestamptz NOT NULL
        )`.execute(db);
      await sql`CREATE TABLE alarms (kind text NOT NULL, hour timestamptz NOT NULL, PRIMARY KEY (kind, hour))`.execute(
        db,
      );
      await sql`ALTER TABLE notices DROP CONSTRAINT notices_kind_check`.execute(db);
      await sql`ALTER TABLE notices ADD CONSTRAINT notices_kind_check CHECK (kind IN ('confirmation', 'welcome', 'reminder', 'manage'))`.execute(
        db,
      );
      await sql`ALTER TABLE tokens DROP CONSTRAINT tokens_purpose_check`.execute(db);
      await sql`ALTER TABLE tokens ADD CONSTRAINT tokens_purpose_check CHECK (purpose IN ('confirm', 'manage'))`.execute(
        db,
      );
      await sql`
        ALTER TABLE subscribers
          ADD COLUMN consent_form text NOT NULL DEFAULT '',
          ADD COLUMN consent_locale text NOT NULL DEFAULT 'en'`.execute(db);
      await sql`CREATE INDEX subscribers_folded ON subscribers (lower(address))`.execute(db);
      // The planner's statistics would keep samples of addresses that are erased.
      await sql`ALTER TABLE subscribers ALTER COLUMN address SET STATISTICS 0`.execute(db);
      await sql`ALTER INDEX subscribers_folded ALTER COLUMN 1 SET STATISTICS 0`.execute(db);
      await sql`ALTER TABLE sign_ups ALTER COLUMN address SET STATISTICS 0`.execute(db);
    },
  },
  "0021-preferences": {
    async up(db: Kysely<unknown>) {
      await sql`
        ALTER TABLE subscribers
          ADD COLUMN topics text[],
          ADD COLUMN frequency text NOT NULL DEFAULT 'every' CHECK (frequency IN ('every', 'quarterly', 'yearly')),
          ADD COLUMN is_tailored boolean NOT NULL DEFAULT false,
          ADD COLUMN told_through integer NOT NULL DEFAULT 0,
          ADD COLUMN told_at timestamptz`.execute(db);
      await sql`
        CREATE TABLE edition_variants (
          edition integer NOT NULL REFERENCES editions,
          key text NOT NULL,
          subject text NOT NULL,
          html text NOT NULL,
          text text NOT NULL,
          hash text NOT NULL,
          milestones text[] NOT NULL,
          created_at timestamptz NOT NULL,
          PRIMARY KEY (edition, key)
        )`.execute(db);
      await sql`ALTER TABLE deliveries ADD COLUMN variant text, ADD FOREIGN KEY (edition, variant) REFERENCES edition_variants (edition, key)`.execute(
        db,
      );
      await sql`ALTER TABLE deliveries ALTER COLUMN route SET STATISTICS 0`.execute(db);
    },
  },
  "0040-due-purges": {
    async up(db: Kysely<unknown>) {
      await sql`CREATE TABLE due_purges (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, since timestamptz NOT NULL)`.execute(
        db,
      );
    },
  },
  "0041-folded-addresses": {
    async up(db: Kysely<unknown>) {
      // The same on every server, whatever its locale makes of capitals beyond ASCII.
      await sql`DROP INDEX subscribers_folded`.execute(db);
      await sql`CREATE INDEX subscribers_folded ON subscribers (lower(address COLLATE "C"))`.execute(
        db,
      );
      await sql`ALTER INDEX subscribers_folded ALTER COLUMN 1 SET STATISTICS 0`.execute(db);
    },
  },
};
