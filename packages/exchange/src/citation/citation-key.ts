import type { Cv, PrintedName, Work } from "@triptych/schema";
import { asciiWords } from "../text/ascii.ts";
import { createNameSplitter, type SplitName } from "./split-name.ts";

/** Words that tell nothing about a work. */
const MUTE = new Set(
  (
    "a an the on of in into for and or nor but to towards toward with without from by at via " +
    "as is are was be been do does can could should " +
    "we you it its this that these those there how what why when where which who not no dont " +
    "more than our your their some any all so have has had need needs just actually"
  ).split(" "),
);

/** `liu2024msrs`, or nothing where the author's name has no ASCII letters. */
function composeBase(work: Work, split: (name: PrintedName) => SplitName): string | undefined {
  const [author] = work.authors;
  const name = author === undefined ? undefined : split(author);
  const family =
    name === undefined
      ? ""
      : asciiWords(name.kind === "literal" ? name.name : name.family).join("");
  if (family === "") return undefined;
  const words = asciiWords(work.title).filter((word) => word.length > 1 && !/^\d+$/.test(word));
  const telling = words.find((word) => !MUTE.has(word)) ?? words[0] ?? "";
  return `${family}${work.appearances[0]?.date?.slice(0, 4) ?? ""}${telling}`;
}

/**
 * Key of each work by its id: family name of the first author, year, first telling word of the
 * title, all in small ASCII letters. Works that would share a key all carry their ids as well, so
 * no key depends on the order of the record.
 */
export function citationKeys(
  cv: Pick<Cv, "profile" | "people" | "publications">,
): Map<string, string> {
  const split = createNameSplitter(cv);
  const bases = cv.publications.map((work) => ({ id: work.id, base: composeBase(work, split) }));
  const uses = Map.groupBy(bases, ({ base }) => base);
  return new Map(
    bases.map(({ id, base }) => {
      if (base === undefined) return [id, `work-${id}`];
      return [id, uses.get(base)?.length === 1 ? base : `${base}-${id}`];
    }),
  );
}
