import type { Db } from "../database/open-database.ts";
import type { Letter } from "../mail/letter.ts";

/** A letter as it was stored and sent, with its fingerprint. */
export interface StoredLetter extends Letter {
  hash: string;
}

/** The letter of an edition, or one tailored from it. */
export function findStoredLetter(
  db: Db,
  edition: number,
  tailored: string | null,
): Promise<StoredLetter | undefined> {
  const columns = ["subject", "html", "text", "hash"] as const;
  if (tailored === null)
    return db
      .selectFrom("editions")
      .where("number", "=", edition)
      .select(columns)
      .executeTakeFirst();
  return db
    .selectFrom("edition_variants")
    .where("edition", "=", edition)
    .where("key", "=", tailored)
    .select(columns)
    .executeTakeFirst();
}

/** The same for a delivery, which no edition leaves without. @throws where there is none */
export async function requireStoredLetter(
  db: Db,
  edition: number,
  tailored: string | null,
): Promise<Letter> {
  const letter = await findStoredLetter(db, edition, tailored);
  if (letter === undefined) throw new Error(`edition ${edition} has no letter ${tailored ?? ""}`);
  return letter;
}
