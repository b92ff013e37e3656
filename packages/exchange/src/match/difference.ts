import { foldText } from "../text/plain-text.ts";

/** Something that a file says and the record says otherwise, or not at all. */
export interface Difference {
  /** Where it stands, such as `institution.place`. */
  field: string;
  mine: unknown;
  theirs: unknown;
}

const DATE = /^\d{4}(?:-\d\d){0,2}$/;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keys without a value, and lists that a schema left empty. */
export const isAbsent = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Two ways to write one thing; of two dates one may be more exact, and a name stands alone or with
 * a title.
 */
function isCovered(mine: unknown, theirs: unknown): boolean {
  if (typeof mine === "string" && typeof theirs === "string") {
    if (DATE.test(mine) && DATE.test(theirs))
      return mine.startsWith(theirs) || theirs.startsWith(mine);
    return mine === theirs || (foldText(mine) !== "" && foldText(mine) === foldText(theirs));
  }
  if (isObject(mine) && typeof theirs === "string") return isCovered(mine["name"], theirs);
  return isObject(mine) && isObject(theirs)
    ? listDifferences(mine, theirs).length === 0
    : mine === theirs;
}

/** What an entry of a file says beyond one of the record, by field. */
export function listDifferences(mine: object, theirs: object, path = ""): Difference[] {
  return Object.entries(theirs).flatMap(([key, value]: [string, unknown]): Difference[] => {
    const field = path === "" ? key : `${path}.${key}`;
    const known: unknown = Reflect.get(mine, key);
    if (isAbsent(value)) return [];
    if (isAbsent(known)) return [{ field, mine: undefined, theirs: value }];
    if (Array.isArray(known) && Array.isArray(value)) {
      const items: unknown[] = known;
      return value
        .filter((item: unknown) => !items.some((other) => isCovered(other, item)))
        .map((item: unknown): Difference => ({ field, mine: undefined, theirs: item }));
    }
    if (isObject(known) && isObject(value)) return listDifferences(known, value, field);
    return isCovered(known, value) ? [] : [{ field, mine: known, theirs: value }];
  });
}

const MAX_SHOWN = 60;

function show(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** The sentence for the owner. */
export const explainDifference = ({ mine, theirs }: Difference): string =>
  mine === undefined
    ? `“${show(theirs)}” is new and was not taken; the record stays`
    : `the record says ${show(mine)}, the file ${show(theirs)}; the record stays`;
