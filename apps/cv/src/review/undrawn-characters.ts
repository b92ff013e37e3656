import type { Cv } from "@triptych/schema";
// The check reads a record without composing it; it starts quicker without the rest.
import { isDrawn } from "@triptych/view/drawn";
import { CODES, listTexts } from "./text-faults.ts";
import type { Warning } from "./warning.ts";

/** Of one text. */
const SHOWN = 5;

const nameOf = (character: string) =>
  `“${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;

/** Texts with characters that no face of the PDF has; sites are shown in the reader's own. */
export function findUndrawnCharacters(cv: Cv): Warning[] {
  return listTexts(cv)
    .filter(({ key }) => !CODES.has(key) && key !== "abstract")
    .flatMap(({ path, text }): Warning[] => {
      const undrawn = [...new Set(text)].filter((character) => !isDrawn(character));
      if (undrawn.length === 0) return [];
      const more = undrawn.length - SHOWN;
      const named = undrawn.slice(0, SHOWN).map(nameOf).join(", ");
      return [
        {
          path,
          message:
            `no font of the PDF has ${named}${more > 0 ? ` and ${more} more` : ""}; ` +
            "a box with its number will stand for each, unless you write it otherwise",
        },
      ];
    });
}
