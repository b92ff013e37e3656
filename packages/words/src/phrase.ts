/**
 * A text in its parts: what the record says, and what stands between. A part may be written in
 * another direction than the text.
 */
export type Parts = readonly string[];

/** Words of a sentence that lead somewhere; `to` names what is there. */
export interface LinkedWords<Target extends string = string> {
  text: string;
  to: Target;
}

/** A sentence with links in it, its parts in the order of the language. */
export type Phrase<Target extends string = string> = readonly (string | LinkedWords<Target>)[];

/** A sentence as plain text, with what each of its links says. */
export const phraseText = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === "string" ? part : part.text)).join("");

export const link = <const Target extends string>(
  to: Target,
  text: string,
): LinkedWords<Target> => ({ text, to });
