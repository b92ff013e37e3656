import type { Profile } from "@triptych/schema";
import type { FoundAuthor } from "../found/finding.ts";
import { stripTitles } from "../found/phrase/person-title.ts";
import { foldText } from "../text/plain-text.ts";

export type OwnerMatch =
  | { kind: "known" }
  /** A form of the name that the profile does not list yet. */
  | { kind: "form"; name: string; isSure: boolean }
  | { kind: "absent" };

const words = (name: string) =>
  foldText(stripTitles(name).replaceAll(".", " "))
    .split(" ")
    .filter((word) => word !== "");

/**
 * Whether one name is the other with given names as initials or left out; the family names are
 * equal.
 */
function isShortened(name: string, full: string): boolean {
  const [short, long] = [words(name), words(full)];
  if (short.length < 2 || long.length < 2 || short.at(-1) !== long.at(-1)) return false;
  const [initials, given] = [short.slice(0, -1), long.slice(0, -1)];
  const [fewer, more] = initials.length <= given.length ? [initials, given] : [given, initials];
  return fewer.every((word, index) => {
    const other = more[index] ?? "";
    return other.startsWith(word) || word.startsWith(other);
  });
}

/**
 * Whether a name shortens every form with its family name: beside `J. Müller`, `Jürgen Müller`
 * tells that `Jens Müller` is another.
 */
function shortensAll(name: string, forms: readonly string[]): boolean {
  const relatives = forms.filter(
    (form) => words(form).length > 1 && words(form).at(-1) === words(name).at(-1),
  );
  return relatives.length > 0 && relatives.every((form) => isShortened(name, form));
}

/**
 * Finds the owner among authors: by a form the profile lists, by the same words in another order or
 * spelling, or by one form, and one only, that shortens the name. The last is a guess.
 */
export function findOwner(
  authors: readonly FoundAuthor[],
  { name, aliases }: Pick<Profile, "name" | "aliases">,
): OwnerMatch {
  const forms = [name, ...aliases];
  if (authors.some((author) => forms.includes(author.name))) return { kind: "known" };
  const sorted = (text: string) => words(text).toSorted().join(" ");
  const known = new Set(forms.map(sorted));
  const same = authors.filter((author) => known.has(sorted(author.name)));
  if (same[0] !== undefined && same.length === 1)
    return { kind: "form", name: same[0].name, isSure: true };
  const near = authors.filter((author) => shortensAll(author.name, forms));
  return near[0] !== undefined && near.length === 1
    ? { kind: "form", name: near[0].name, isSure: false }
    : { kind: "absent" };
}
