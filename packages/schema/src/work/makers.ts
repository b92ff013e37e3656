import type { PrintedName } from "../entry/person.ts";
import type { Work } from "./work.ts";
import { type MakerRole, WORK_KINDS } from "../work-kind.ts";

/** Who did what for a work. */
export interface Makers {
  /** What the people are whose names the work stands under. */
  role: MakerRole;
  authors: readonly PrintedName[];
  editors: readonly PrintedName[];
  translators: readonly PrintedName[];
}

/**
 * The people of a work in the form it is cited by. An edited book stands under the names of its
 * editors, a translation under those of its translators, and its authors are those of the original;
 * the editors of a chapter are those of the book around it.
 */
export function listMakers({ authors, appearances: [cited] }: Work): Makers {
  const role = WORK_KINDS[cited?.kind ?? "other"].makers;
  const none = { role, authors: [], editors: [], translators: [] };
  switch (role) {
    case "editor":
      return { ...none, editors: authors };
    case "translator":
      return { ...none, authors: cited?.translationOf?.authors ?? [], translators: authors };
    case "author":
      return { ...none, authors, editors: cited?.editors ?? [] };
  }
}
