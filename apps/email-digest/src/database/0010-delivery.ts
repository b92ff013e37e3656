import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What delivery at scale needs: routes and their limits, holds of editions, and the number of
 * recipients that the states must add up to.
 */
export const DELIVERY: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      ALTER TABLE deliveries
        ADD COLUMN route text NOT NULL DEFAULT '',
        ADD COLUMN code text,
        ADD COLUMN resends integer NOT NULL DEFAULT 0`.execute(db);
    await sql`
      UPDATE deliveries SET route = split_part(address, '@', 2) FROM subscribers WHERE id = subscriber_id AND state = 'planned'`.execute(
      db,
    );
    await sql`DROP INDEX deliveries_due`.execute(db);
    await sql`DROP INDEX deliveries_sending`.execute(db);
    await sql`CREATE INDEX deliveries_due ON deliveries (due_at) INCLUDE (route) WHERE state = 'planned' AND worker IS NULL`.execute(
      db,
    );
    await sql`CREATE INDEX deliveries_taken ON deliveries (worker) WHERE state IN ('planned', 'sending') AND worker IS NOT NULL`.execute(
      db,
    );
    await sql`
      ALTER TABLE editions
        ADD COLUMN recipients integer NOT NULL DEFAULT 0,
        ADD COLUMN erased integer NOT NULL DEFAULT 0,
        ADD COLUMN send_until timestamptz NOT NULL DEFAULT now() + interval '7 days',
        ADD COLUMN held_at timestamptz,
        ADD COLUMN held_reason text`.execute(db);
    await sql`
      UPDATE editions SET recipients = (SELECT count(*) FROM deliveries WHERE edition = number), send_until = created_at + interval '7 days'`.execute(
      db,
    );
    await sql`CREATE TABLE rates (route text PRIMARY KEY, tokens double precision NOT NULL, filled_at timestamptz NOT NULL)`.execute(
      db,
    );
    await sql`CREATE TABLE installation (id uuid NOT NULL DEFAULT gen_random_uuid(), one boolean PRIMARY KEY DEFAULT true CHECK (one))`.execute(
      db,
    );
    await sql`INSERT INTO installation DEFAULT VALUES`.execute(db);
    // Who is erased takes the ledger's row along; the edition keeps the count, so that its states
    // still add up.
    await sql`
      CREATE FUNCTION count_erased_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE editions SET erased = erased + gone.count
          FROM (SELECT edition, count(*) AS count FROM erased_rows GROUP BY edition) AS gone WHERE number = gone.edition;
        RETURN NULL;
      END $$`.execute(db);
    await sql`
      CREATE TRIGGER deliveries_erased AFTER DELETE ON deliveries
        REFERENCING OLD TABLE AS erased_rows FOR EACH STATEMENT EXECUTE FUNCTION count_erased_deliveries()`.execute(
      db,
    );
  },
};
