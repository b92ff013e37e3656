import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { EditionMail } from "../edition-store.ts";

/** What one subscriber gets of an edition, as it was stored: the edition itself, or the variant that was planned for them. */
export async function readArtefact(db: Db, edition: number, subscriberId: string): Promise<EditionMail> {
  return db
    .selectFrom("deliveries")
    .innerJoin("editions", "editions.number", "deliveries.edition")
    .leftJoin("edition_variants", (join) =>
      join.onRef("edition_variants.edition", "=", "deliveries.edition").onRef("edition_variants.key", "=", "deliveries.variant"),
    )
    .where("deliveries.edition", "=", edition)
    .where("subscriber_id", "=", subscriberId)
    .select([
      sql<string>`coalesce(edition_variants.subject, editions.subject)`.as("subject"),
      sql<string>`coalesce(edition_variants.html, editions.html)`.as("html"),
      sql<string>`coalesce(edition_variants.text, editions.text)`.as("text"),
    ])
    .executeTakeFirstOrThrow();
}
