import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the links in letters that were sent are known by, and which secret made them. */
export const LINK_MIGRATIONS: Record<string, Migration> = {
  "0060-links": {
    async up(db: Kysely<unknown>) {
      await sql`
        ALTER TABLE installation
          ADD COLUMN secret_fingerprint text,
          ADD COLUMN link_fingerprint text`.execute(db);
      await sql`
        CREATE TABLE former_links (
          hash text PRIMARY KEY,
          subscriber_id uuid REFERENCES subscribers ON DELETE SET NULL,
          until timestamptz NOT NULL
        )`.execute(db);
      await sql`CREATE INDEX former_links_subscriber ON former_links (subscriber_id)`.execute(db);
      // A letter may lie unread until its subscription is forgotten.
      await sql`
        CREATE FUNCTION keep_former_link() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO former_links VALUES (OLD.unsubscribe_hash, NULL, now() + interval '1 year')
          ON CONFLICT (hash) DO UPDATE SET until = EXCLUDED.until;
          RETURN OLD;
        END $$`.execute(db);
      await sql`
        CREATE TRIGGER subscribers_keep_link BEFORE DELETE ON subscribers
        FOR EACH ROW EXECUTE FUNCTION keep_former_link()`.execute(db);
    },
  },
};
