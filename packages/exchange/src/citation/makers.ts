import type { PrintedName, Work } from "@triptych/schema";

/** Who made a work, each under what they did. */
export interface Makers<Name = PrintedName> {
  /** What the people are whose names the work stands under. */
  role: "author" | "editor" | "translator";
  authors: readonly Name[];
  editors: readonly Name[];
  translators: readonly Name[];
}

/**
 * The people of a work in the form it is cited by. An edited book stands under the names of its
 * editors, a translation under those of its translators, and its authors are those of the original;
 * the editors of a chapter are those of the book around it.
 */
export function listMakers({ authors: names, appearances: [cited] }: Work): Makers {
  if (cited?.kind === "edited-book")
    return { role: "editor", authors: [], editors: names, translators: [] };
  if (cited?.kind === "translation") {
    const original = cited.translationOf?.authors ?? [];
    return { role: "translator", authors: original, editors: [], translators: names };
  }
  return { role: "author", authors: names, editors: cited?.editors ?? [], translators: [] };
}

/** The same people under other forms of their names. */
export const mapMakers = <From, To>(
  { role, authors, editors, translators }: Makers<From>,
  change: (name: From) => To,
): Makers<To> => ({
  role,
  authors: authors.map(change),
  editors: editors.map(change),
  translators: translators.map(change),
});
