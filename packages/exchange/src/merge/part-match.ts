import type { PartList } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
import { listDifferences } from "./difference.ts";

/** Texts at a path, folded; a name that is printed with a title counts by the name. */
function textsAt(value: object, ...steps: string[]): string[] {
  const found = steps.reduce<unknown>(
    (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
    value,
  );
  return (Array.isArray(found) ? found : [found]).flatMap((item: unknown) => {
    const text: unknown =
      typeof item === "object" && item !== null ? Reflect.get(item, "name") : item;
    return typeof text === "string" ? [foldText(text)] : [];
  });
}

/**
 * The fields in which two entries of a list must agree to be one entry; the year of its date comes
 * to them.
 */
const KEYS: Record<PartList, string[]> = {
  education: ["institution.name", "degree"],
  positions: ["institution.name", "title"],
  awards: ["title"],
  grants: ["title"],
  talks: ["title", "host", "series"],
  courses: ["title", "institution"],
  tutorials: ["title", "event"],
  service: ["kind"],
  organisation: ["event", "title", "role", "kind"],
  mentees: ["names", "institution", "level"],
  media: ["title"],
  exhibitions: ["title", "institution"],
  projects: ["title", "organisation"],
  consulting: ["client", "title"],
  certificates: ["title", "body"],
  memberships: ["body", "role"],
  skills: ["area"],
  languages: ["language"],
  references: ["name"],
};

/** Lists of things that last, or that sources date differently. */
const UNDATED: ReadonlySet<PartList> = new Set<PartList>([
  "education",
  "mentees",
  "projects",
  "memberships",
  "skills",
  "languages",
  "references",
]);

/** Fields that part two entries only where both have them. */
const FACETS: Partial<Record<PartList, string>> = {
  education: "field",
  awards: "bodies",
  grants: "funders",
  media: "outlet",
};

/** Dates count by their year, which sources agree on most. */
const yearOf = (value: object) =>
  [
    ...textsAt(value, "date"),
    ...textsAt(value, "period", "start"),
    ...textsAt(value, "year"),
  ][0]?.slice(0, 4);

const keyOf = (list: PartList, value: object) =>
  JSON.stringify([
    ...KEYS[list].map((path) => textsAt(value, ...path.split("."))),
    UNDATED.has(list) ? "" : yearOf(value),
  ]);

/**
 * Whether one of two lists names something of the other; formats without lists write `Royal
 * Society, British Academy`.
 */
function overlap(mine: readonly string[], theirs: readonly string[]): boolean {
  const [left, right] = [` ${mine.join(" ")} `, ` ${theirs.join(" ")} `];
  return (
    mine.some((text) => right.includes(` ${text} `)) ||
    theirs.some((text) => left.includes(` ${text} `))
  );
}

function isSame(list: PartList, mine: object, theirs: object): boolean {
  if (keyOf(list, mine) !== keyOf(list, theirs)) return false;
  const facet = FACETS[list];
  const [left, right] =
    facet === undefined ? [[], []] : [textsAt(mine, facet), textsAt(theirs, facet)];
  return left.length === 0 || right.length === 0 || overlap(left, right);
}

/**
 * What entries of one file were taken for: entries of the record, each with the values that were
 * found to be it.
 */
export type Claims = Map<object, object[]>;

const isEqual = (a: object, b: object) =>
  listDifferences(a, b).length === 0 && listDifferences(b, a).length === 0;

/**
 * The entry of the record that one of a file is; of several, the one that lacks least of it. A file
 * that lists two things means two, so an entry that another one of the file was taken for is out,
 * unless the two say the same.
 */
export function findEntry(
  list: PartList,
  known: readonly object[],
  value: object,
  claims: Claims,
): number {
  const ranked = known.flatMap((entry, index) => {
    if (!isSame(list, entry, value)) return [];
    const taken = claims.get(entry);
    if (taken !== undefined && ![entry, ...taken].some((other) => isEqual(other, value))) return [];
    return [{ index, lacks: isEqual(entry, value) ? -1 : listDifferences(entry, value).length }];
  });
  return ranked.toSorted((a, b) => a.lacks - b.lacks)[0]?.index ?? -1;
}
