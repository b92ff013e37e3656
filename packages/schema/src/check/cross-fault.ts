import { nearestWord } from "./nearest.ts";

/** Steps from the root of the record: keys and places in lists, which count from 0. */
export type Path = readonly (string | number)[];

/** A part of the record in which other parts look things up. */
export type LookedUp = "profile" | "people" | "venues" | "publications";

/**
 * A fault between parts of the record that are right each on their own. `about` names the part that
 * was searched.
 */
export interface CrossFault {
  path: Path;
  message: string;
  about?: LookedUp;
  /** The id that was probably meant. */
  near?: string;
}

/** `; did you mean icml?` where a known word is near, else nothing. */
export function suggestNearest(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** No fault where the id is known, else one that names the nearest known id. */
export function checkReference(
  path: Path,
  about: LookedUp,
  id: string,
  known: readonly string[],
): CrossFault[] {
  if (known.includes(id)) return [];
  const near = nearestWord(id, known);
  const message = `"${id}" is not an id in ${about}${suggestNearest(id, known)}`;
  return [{ path, about, message, ...(near === undefined ? {} : { near }) }];
}
