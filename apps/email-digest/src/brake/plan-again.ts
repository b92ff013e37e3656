import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";

/** Which of the refused deliveries; all where nothing is said. */
interface Which {
  /** Only those to these subscribers. */
  of?: readonly string[];
  /** Only those to one domain; empty for all. */
  domain?: string;
  /** Only those of which it was said that the address does not exist. */
  isNobody?: boolean;
}

/**
 * Plans deliveries once more that were refused, at once or by a report later: where nothing
 * arrived, nobody gets anything twice. What a server had taken first counts as sent again. Whoever
 * complained is left alone. Returns how many.
 */
export async function planRefusedAgain(
  db: Db,
  edition: number,
  now: Date,
  { of, domain = "", isNobody = false }: Which = {},
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    UPDATE deliveries AS d SET state = 'planned', worker = NULL, due_at = ${now}, settled_at = NULL, attempts = 0, alarms = 0,
        route = split_part(s.address, '@', 2), resends = resends + CASE WHEN d.state = 'accepted' OR d.reply LIKE 'reported: %' THEN 1 ELSE 0 END
      FROM subscribers AS s
     WHERE s.id = d.subscriber_id AND d.edition = ${edition} AND s.status = 'confirmed'
       AND (${of === undefined}::boolean OR s.id = ANY(${[...(of ?? [])]}::uuid[])) AND (${domain}::text = '' OR split_part(s.address, '@', 2) = ${domain})
       AND d.state IN ('failed', 'accepted') AND ((d.state = 'failed' AND NOT ${isNobody}::boolean) OR EXISTS (
         SELECT 1 FROM reports AS r WHERE r.edition = d.edition AND r.subscriber_id = d.subscriber_id
            AND r.kind IN ('hard', 'soft', 'policy') AND (r.kind = 'hard' OR NOT ${isNobody}::boolean)))
    RETURNING s.id`.execute(db);
  // What the refusals said is taken back with them.
  await sql`
    DELETE FROM reports WHERE edition = ${edition} AND kind IN ('hard', 'soft', 'policy')
       AND subscriber_id = ANY(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
  return rows.length;
}
