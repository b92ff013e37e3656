import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { EditionMail } from "../edition-store.ts";

/**
 * What subscribers get of an edition, as it was stored: the edition itself, or a variant of it.
 * @param variant key of the variant; null for the edition itself
 */
export async function readArtefact(db: Db, edition: number, variant: string | null): Promise<EditionMail> {
  return db
    .selectFrom("editions")
    .leftJoin("edition_variants", (join) => join.onRef("edition_variants.edition", "=", "editions.number").on("edition_variants.key", "=", variant ?? ""))
    .where("editions.number", "=", edition)
    .select([
      sql<string>`coalesce(edition_variants.subject, editions.subject)`.as("subject"),
      sql<string>`coalesce(edition_variants.html, editions.html)`.as("html"),
      sql<string>`coalesce(edition_variants.text, editions.text)`.as("text"),
    ])
    .executeTakeFirstOrThrow();
}
