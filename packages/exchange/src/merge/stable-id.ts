import { asciiWords } from "../text/ascii.ts";

const MAX_LENGTH = 60;
const MUTE = new Set(
  "a an the on of in into for and or to with without from by at via as is are be".split(" "),
);

/** The first id of the row `hats`, `hats-2`, … that is not taken. */
function firstFree(base: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) if (!isTaken(`${base}-${number}`)) return `${base}-${number}`;
}

/** Words joined by hyphens, cut at a word. */
function joinWords(words: readonly string[], most: number): string {
  let joined = "";
  for (const word of words.slice(0, most)) {
    const next = joined === "" ? word.slice(0, MAX_LENGTH) : `${joined}-${word}`;
    if (next.length > MAX_LENGTH) break;
    joined = next;
  }
  return joined;
}

/**
 * An id for a work out of its title: five telling words. Titles without Latin letters get a number.
 */
export function composeWorkId(title: string, isTaken: (id: string) => boolean): string {
  const words = asciiWords(title);
  const telling = words.filter((word) => !MUTE.has(word));
  const base = joinWords(telling.length === 0 ? words : telling, 5);
  return base === "" ? firstFree("work-1", isTaken) : firstFree(base, isTaken);
}

/** An id for a person or a venue out of a name. */
export function composeNameId(
  name: string,
  fallback: string,
  isTaken: (id: string) => boolean,
): string {
  const base = joinWords(asciiWords(name), 8);
  return base === "" ? firstFree(fallback, isTaken) : firstFree(base, isTaken);
}
