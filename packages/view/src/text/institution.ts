import type { Institution } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { joinText } from "./joined.ts";

/**
 * `Eindhoven University of Technology (TU/e), The Netherlands`; the unit is shown on a line of its
 * own by those who want it.
 */
export function institutionText({ name, acronym, place }: Institution, words: Words): string[] {
  return joinText([
    acronym === undefined ? name : words.text.withAcronym({ name: [name], acronym }),
    place,
  ]);
}

/** The same after the unit, such as a department. */
export function unitAndInstitution(institution: Institution, words: Words): string[] {
  return joinText([institution.unit, institutionText(institution, words)]);
}
