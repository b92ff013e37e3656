import type { PrintedName, Work } from "@triptych/schema";

/** Who did what for a work. */
export interface Makers {
  /** What the people are whose names the work stands under. */
  role: "author" | "editor" | "translator";
  authors: readonly PrintedName[];
  editors: readonly PrintedName[];
}

/**
 * The people of a work in the form it is cited by. An edited book stands under the names of its
 * editors, a translation under those of its translators, and its authors are those of the original;
 * the editors of a chapter are those of the book around it.
 */
export function listMakers({ authors, appearances: [cited] }: Work): Makers {
  if (cited?.kind === "edited-book") return { role: "editor", authors: [], editors: authors };
  if (cited?.kind === "translation")
    return { role: "translator", authors: cited.translationOf?.authors ?? [], editors: [] };
  return { role: "author", authors, editors: cited?.editors ?? [] };
}
