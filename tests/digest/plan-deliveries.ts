import { setTimeout as wait } from "node:timers/promises";
import type { QueryResultRow } from "pg";

type Query = (text: string, values: unknown[]) => Promise<QueryResultRow[]>;

/**
 * A database without a noted secret and with subscribers is one that was used with another secret:
 * the first worker must have noted its own.
 */
async function untilSecretIsNoted(query: Query): Promise<void> {
  for (;;) {
    const noted = await query(
      "SELECT 1 AS noted FROM installation WHERE link_fingerprint IS NOT NULL",
      [],
    ).catch(() => []);
    if (noted.length > 0) return;
    await wait(50);
  }
}

/** Puts subscribers and an edition for them into an empty service's tables, due at once. */
export async function planDeliveries(query: Query, addresses: readonly string[]): Promise<void> {
  await untilSecretIsNoted(query);
  await query(
    `INSERT INTO subscribers (address, status, unsubscribe_hash, consent_text, consent_at)
     SELECT address, 'confirmed', address, 'c', now() FROM unnest($1::text[]) AS address ON CONFLICT DO NOTHING`,
    [addresses],
  );
  await query(
    `WITH edition AS (INSERT INTO editions (subject, summary, html, text, hash, created_at, recipients)
                      VALUES ('s', 's', '<p>h</p>', 't', 'x', now(), $1) RETURNING number)
     INSERT INTO deliveries (edition, subscriber_id, state, message_id, due_at, route)
     SELECT number, id, 'planned', '<' || replace(id::text, '-', '') || '@x.example>', now(), split_part(address, '@', 2)
       FROM edition, subscribers`,
    [addresses.length],
  );
}
