import { z } from "zod";
import type { Cv } from "../cv.ts";
import { PrintedName } from "../entry/person.ts";
import { LIST_IDS, LISTS, type ListId } from "../section.ts";

/** A printed name and where it stands in the record. */
export interface PlacedName {
  path: (string | number)[];
  name: PrintedName;
}

/** Whether a field of an entry holds a printed name or a list of them. */
function isNamesField(field: unknown): boolean {
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional)
    return isNamesField(field.unwrap());
  if (field instanceof z.ZodArray) return isNamesField(field.element);
  // A field with a description of its own is a copy with the same definition.
  return field instanceof z.ZodUnion && field.def === PrintedName.def;
}

/** The fields of a list's entries that hold names. */
const namesFields = (list: ListId) =>
  Object.entries(LISTS[list].entry.shape).flatMap(([field, schema]) =>
    isNamesField(schema) ? [field] : [],
  );

const LISTS_WITH_NAMES = LIST_IDS.map((list) => ({ list, fields: namesFields(list) })).filter(
  ({ fields }) => fields.length > 0,
);

const place = (path: (string | number)[], names: readonly PrintedName[]) =>
  names.map((name, index): PlacedName => ({ path: [...path, index], name }));

/** The names in a field of an entry, whose type the table of lists does not state. */
function namesIn(value: unknown, path: (string | number)[]): PlacedName[] {
  if (Array.isArray(value)) return place(path, z.array(PrintedName).parse(value));
  return value === undefined ? [] : [{ path, name: PrintedName.parse(value) }];
}

function listWorkNames(cv: Cv): PlacedName[] {
  return cv.publications.flatMap(({ authors, appearances }, index) => [
    ...place(["publications", index, "authors"], authors),
    ...appearances.flatMap(({ editors, translationOf }, at) => {
      const path = ["publications", index, "appearances", at];
      return [
        ...place([...path, "editors"], editors),
        ...place([...path, "translationOf", "authors"], translationOf?.authors ?? []),
      ];
    }),
  ]);
}

/** Every printed name of the record, list by list. */
export function listPrintedNames(cv: Cv): PlacedName[] {
  const listed = LISTS_WITH_NAMES.flatMap(({ list, fields }) =>
    cv[list].flatMap((entry: Cv[ListId][number], index) =>
      fields.flatMap((field) => {
        const value: unknown = Reflect.get(entry, field);
        return namesIn(value, [list, index, field]);
      }),
    ),
  );
  return [...listed, ...listWorkNames(cv)];
}

/** Puts a value at a place of a tree of objects and lists; a place that is not there is a bug. */
function putAt(tree: unknown, path: readonly (string | number)[], value: unknown): void {
  const [step, ...rest] = path;
  if (typeof tree !== "object" || tree === null || step === undefined)
    throw new Error(`the record has no place ${path.join(".")}`);
  if (rest.length === 0) Reflect.set(tree, step, value);
  else putAt(Reflect.get(tree, step), rest, value);
}

/** The record with other names in the places of its printed ones; the record itself stays. */
export function mapPrintedNames(cv: Cv, change: (name: PrintedName) => PrintedName): Cv {
  const changed = structuredClone(cv);
  for (const { path, name } of listPrintedNames(cv)) putAt(changed, path, change(name));
  return changed;
}
