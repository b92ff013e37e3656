import { type ListId, LISTS } from "@triptych/schema";
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

/** The year of what dates an entry; sources agree on it most. */
function yearOf(list: ListId, value: object): string | undefined {
  const { date } = LISTS[list];
  if (date === undefined) return undefined;
  return textsAt(value, ...(date === "period" ? ["period", "start"] : [date]))[0]?.slice(0, 4);
}

function keyOf(list: ListId, value: object): string {
  const { fields, sameYear } = LISTS[list].identity;
  return JSON.stringify([
    ...fields.map((path) => textsAt(value, ...path.split("."))),
    sameYear ? yearOf(list, value) : "",
  ]);
}

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

function isSame(list: ListId, mine: object, theirs: object): boolean {
  if (keyOf(list, mine) !== keyOf(list, theirs)) return false;
  const { facet } = LISTS[list].identity;
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
  list: ListId,
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
