// From where they are: with all of the package, the check would take half as long again.
import { foldText } from "@triptych/exchange/plain-text";
import { createNameSplitter } from "@triptych/exchange/split-name";
import { createRoster, type Cv, printedForm, type PrintedName } from "@triptych/schema";
import type { Warning } from "./warning.ts";

/** One person as far as the record tells: the usual form of the name, folded into its parts. */
interface Bearer {
  form: string;
  given: string[];
  family: string;
  /** People of the list have been told apart by whoever keeps it. */
  isListed: boolean;
}

const wordsOf = (text: string) => foldText(text).split(" ");

/** `A.` and `Ada`, or the same word. */
const agree = (a: string, b: string) =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/**
 * Whether the shorter list of given names is the longer one's beginning, initials counting for
 * names. `Tianjin` and `Tiansheng` never agree.
 */
function haveGivenNamesInCommon(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word, index) => agree(word, long[index] ?? ""));
}

/** The same family name and given names that agree, or the two written the other way round. */
function mayBeOne(a: Bearer, b: Bearer): boolean {
  if (a.isListed && b.isListed) return false;
  if (a.family === b.family) return haveGivenNamesInCommon(a.given, b.given);
  return a.family === b.given.join(" ") && b.family === a.given.join(" ");
}

function createBearerFinder(cv: Cv): (name: PrintedName) => Bearer | undefined {
  const roster = createRoster(cv);
  const split = createNameSplitter(cv);
  return (name) => {
    const resolved = roster.resolve(name);
    const form =
      resolved.kind === "stranger"
        ? printedForm(name)
        : resolved.kind === "person"
          ? resolved.person.name
          : cv.profile.name;
    const parts = split(form);
    if (parts.kind === "literal") return undefined;
    return {
      form,
      given: wordsOf(parts.given),
      family: foldText(parts.family),
      isListed: resolved.kind !== "stranger",
    };
  };
}

/** The one of two forms that says more. */
const longer = (a: string, b: string) => (b.length > a.length ? [b, a] : [a, b]);

/** Authors that look like one person under two names. */
export function findSimilarNames(cv: Cv): Warning[] {
  const find = createBearerFinder(cv);
  const seen = new Set<string>();
  const byWord = new Map<string, Bearer[]>();
  return cv.publications.flatMap(({ authors }, index) =>
    authors.flatMap((author, at): Warning[] => {
      const bearer = find(author);
      if (bearer === undefined || seen.has(bearer.form)) return [];
      seen.add(bearer.form);
      const match = (byWord.get(bearer.family) ?? []).find((other) => mayBeOne(other, bearer));
      for (const key of new Set([bearer.family, bearer.given.join(" ")]))
        byWord.set(key, [...(byWord.get(key) ?? []), bearer]);
      if (match === undefined) return [];
      const [whole = "", short = ""] = longer(match.form, bearer.form);
      const remedy =
        `if so, list "${whole}" in people with "${short}" among its aliases; if they are two, ` +
        "list both there";
      return [
        {
          path: ["publications", index, "authors", at],
          message: `"${bearer.form}" and "${match.form}" may be one person; ${remedy}`,
        },
      ];
    }),
  );
}
