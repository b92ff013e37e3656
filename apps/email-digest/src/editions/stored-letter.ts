import type { Db } from "../database/open-database.ts";
import type { Letter } from "../mail/letter.ts";

/** What is sent of an edition, as it was stored: the edition itself, or one of its variants. */
export async function readStoredLetter(
  db: Db,
  edition: number,
  variant: string | null,
): Promise<Letter> {
  if (variant === null)
    return db
      .selectFrom("editions")
      .where("number", "=", edition)
      .select(["subject", "html", "text"])
      .executeTakeFirstOrThrow();
  return db
    .selectFrom("edition_variants")
    .where("edition", "=", edition)
    .where("key", "=", variant)
    .select(["subject", "html", "text"])
    .executeTakeFirstOrThrow();
}
