import { createRoster, type Cv, type PrintedName, printedForm } from "@triptych/schema";

/**
 * The parts of a name that bibliographies sort and shorten by, or a name that has no such parts.
 */
export type SplitName =
  | { kind: "person"; given: string; particle?: string; family: string; suffix?: string }
  | { kind: "literal"; name: string };

/**
 * What the record says about the bearer: the usual form and, where it is stated, the family name.
 */
export interface KnownName {
  name: string;
  family?: string | undefined;
}

type PersonName = Extract<SplitName, { kind: "person" }>;

const PARTICLES = new Set(
  (
    "van vande vanden vander von vom zu zum zur der den de del della dello dei degli di da " +
    "dal dalla das do dos du des la le las los lo " +
    "ter ten te 't ’t tot op in af av bin ibn bint ben al el ul ap"
  ).split(" "),
);
/**
 * Written with a capital, these open the family name; other particles are given names as often as
 * not, as in `Xiao Da Chen`.
 */
const OPENERS = new Set("van von de del della di al el bin ibn bint".split(" "));
/** Words that join two family names, as in `Ortega y Gasset`. */
const JOINERS = new Set(["y", "e", "i"]);
const SUFFIX = /^(?:[Jj]r\.?|[Ss]r\.?|II|III|IV)$/;

const splitWords = (text: string) => text.split(/\s+/u).filter((word) => word !== "");

/** The family name with its lower-case particles taken off. */
function composePerson(
  given: readonly string[],
  family: readonly string[],
  suffix: string | undefined,
): PersonName {
  const end = family.findIndex(
    (word, index) => index === family.length - 1 || !PARTICLES.has(word),
  );
  const particle = family.slice(0, Math.max(0, end)).join(" ");
  return {
    kind: "person",
    given: given.join(" "),
    ...(particle === "" ? {} : { particle }),
    family: family.slice(Math.max(0, end)).join(" "),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** Where the family name begins by the shape of the words alone; it is never the first word. */
function findFamilyStart(words: readonly string[]): number {
  const last = words.length - 1;
  const start = words.findIndex((word, index) => {
    if (index === 0 || index === last) return false;
    return (
      PARTICLES.has(word) ||
      OPENERS.has(word.toLowerCase()) ||
      (JOINERS.has(words[index + 1] ?? "") && index + 1 < last)
    );
  });
  return start === -1 ? last : start;
}

const sameWords = (a: readonly string[], b: readonly string[]) =>
  a.join(" ").toLowerCase() === b.join(" ").toLowerCase();

/**
 * Finds a family name that is known at either end of the words, so that `Fang Meng` and `Meng Fang`
 * are one.
 */
function placeFamily(
  words: readonly string[],
  family: readonly string[],
): { given: string[]; family: string[] } | undefined {
  const rest = words.length - family.length;
  if (rest < 1 || family.length === 0) return undefined;
  if (sameWords(words.slice(rest), family))
    return { given: words.slice(0, rest), family: words.slice(rest) };
  return sameWords(words.slice(0, family.length), family)
    ? { given: words.slice(family.length), family: words.slice(0, family.length) }
    : undefined;
}

/** A person whose family name is kept whole, as the record states it. */
function statePerson(
  given: readonly string[],
  family: readonly string[],
  suffix: string | undefined,
): PersonName {
  return {
    kind: "person",
    given: given.join(" "),
    family: family.join(" "),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** Splits words without commas; nothing where they are too few for two names. */
function splitInOrder(
  words: readonly string[],
  known: KnownName | undefined,
  suffix: string | undefined,
): PersonName | undefined {
  if (words.length < 2) return undefined;
  const stated = placeFamily(words, splitWords(known?.family ?? ""));
  if (stated !== undefined) return statePerson(stated.given, stated.family, suffix);
  const usual = splitWords(known?.name ?? "");
  const usualFamily =
    usual.length < 2 || known?.family !== undefined ? [] : usual.slice(findFamilyStart(usual));
  const placed = placeFamily(words, usualFamily);
  if (placed !== undefined) return composePerson(placed.given, placed.family, suffix);
  const start = findFamilyStart(words);
  return composePerson(words.slice(0, start), words.slice(start), suffix);
}

/** A family name that is the whole name says that it has no parts, as that of a collaboration. */
export const isWhole = (printed: string, known: KnownName | undefined): boolean =>
  known?.family !== undefined && sameWords(splitWords(printed), splitWords(known.family));

/**
 * Splits a printed name, `Tim van der Lee` or `van der Lee, Tim`, into its parts. A family name
 * that the record states wins and is kept whole; then the order of the usual form; then the rules
 * above. One word alone is a literal: nothing is guessed.
 */
export function splitName(printed: string, known?: KnownName): SplitName {
  const literal = { kind: "literal", name: printed } as const;
  if (isWhole(printed, known)) return literal;
  const parts = printed.split(",").map(splitWords);
  const [head = [], ...rest] = parts.filter((part) => part.length > 0);
  const tail = rest.findIndex((part) => part.length === 1 && SUFFIX.test(part[0] ?? ""));
  const suffix = rest[tail]?.[0];
  const given = rest.filter((_, index) => index !== tail).flat();
  if (given.length > 0) {
    const isStated = known?.family !== undefined && sameWords(head, splitWords(known.family));
    return isStated ? statePerson(given, head, suffix) : composePerson(given, head, suffix);
  }
  const last = head.at(-1);
  if (suffix === undefined && last !== undefined && head.length > 2 && SUFFIX.test(last))
    return splitInOrder(head.slice(0, -1), known, last) ?? literal;
  return splitInOrder(head, known, suffix) ?? literal;
}

/** Splits names as printed in this record, with what it says about the owner and the people. */
export function createNameSplitter(
  cv: Pick<Cv, "profile" | "people">,
): (name: PrintedName) => SplitName {
  const roster = createRoster(cv);
  return (name) => {
    const resolved = roster.resolve(name);
    const known =
      resolved.kind === "owner"
        ? cv.profile
        : resolved.kind === "person"
          ? resolved.person
          : undefined;
    return splitName(printedForm(name), known);
  };
}
