import { Cv } from "@triptych/schema";
import type { z } from "zod";
import type { ContentFile } from "./content-file.ts";
import { locateKey, locateValue, plainSource } from "./content-place.ts";
import { type Fault, formatPath } from "./fault.ts";

/** The whole record as plain data, and the file each top-level key came from. */
export interface Assembly {
  folder: string;
  values: ReadonlyMap<string, unknown>;
  files: ReadonlyMap<string, ContentFile>;
}

/**
 * Texts in composed characters (NFC): some systems type é as e and a mark, and mean the same. An
 * address stays as it is, for there the two differ.
 */
function composeTexts(value: unknown, done = new Map<unknown, unknown>()): unknown {
  if (typeof value === "string") return /^https?:/.test(value) ? value : value.normalize("NFC");
  if (typeof value !== "object" || value === null) return value;
  // An alias gives one value twice, and may even lead back to itself.
  if (done.has(value)) return done.get(value);
  const copy: object = Array.isArray(value) ? [] : {};
  done.set(value, copy);
  for (const [key, child] of Object.entries(value))
    Object.defineProperty(copy, key, {
      value: composeTexts(child, done),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  return copy;
}

/**
 * Joins the files of a folder; a key of the record stands in one of them only. A key without a
 * value counts as left out.
 */
export function assembleFiles(
  folder: string,
  contents: readonly ContentFile[],
): { assembly: Assembly; faults: Fault[] } {
  const values = new Map<string, unknown>();
  const files = new Map<string, ContentFile>();
  const faults: Fault[] = [];
  for (const file of contents) {
    for (const [key, value] of file.values) {
      const other = files.get(key);
      if (other !== undefined) {
        faults.push({
          file: file.name,
          ...locateKey(file, [], key),
          path: key,
          message: `also stands in ${other.name}; put all of it in one file`,
        });
        continue;
      }
      files.set(key, file);
      if (value !== null) values.set(key, composeTexts(value));
    }
  }
  return { assembly: { folder, values, files }, faults };
}

/** Where the schema wanted text and got something else, also inside the forms of a union. */
function textWanted(issue: z.core.$ZodIssue, parent: readonly PropertyKey[] = []): PropertyKey[][] {
  const path = [...parent, ...issue.path];
  if (issue.code === "invalid_union")
    return issue.errors.flatMap((errors) => errors.flatMap((error) => textWanted(error, path)));
  const wantsText =
    (issue.code === "invalid_value" && issue.values.some((value) => typeof value === "string")) ||
    (issue.code === "invalid_type" && issue.expected === "string");
  return wantsText ? [path] : [];
}

export function setIn(target: unknown, steps: readonly PropertyKey[], value: unknown): void {
  const parent = steps
    .slice(0, -1)
    .reduce<unknown>(
      (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
      target,
    );
  const last = steps.at(-1);
  if (typeof parent === "object" && parent !== null && last !== undefined)
    Reflect.set(parent, last, value);
}

/**
 * Reads the record, and gives back the typed text where the schema wants text and YAML made a
 * number of it: `date: 2024`, `volume: 12`, and above all `arxiv: 2201.11380`, which as a number
 * would lose its last digit.
 * @param record is changed where typed text is given back
 */
export function parseRecord(files: Assembly["files"], record: Record<string, unknown>) {
  const parsed = Cv.safeParse(record, { reportInput: true });
  let restored = false;
  for (const path of parsed.error?.issues.flatMap((issue) => textWanted(issue)) ?? []) {
    const file = files.get(String(path[0]));
    const source = file === undefined ? undefined : plainSource(file, path);
    if (source === undefined) continue;
    setIn(record, path, source);
    restored = true;
  }
  return restored ? Cv.safeParse(record, { reportInput: true }) : parsed;
}

/**
 * Puts a fault of the record where it stands in the files; faults of the whole stand in the folder.
 */
export function locateFault(
  { folder, files }: Assembly,
  path: readonly PropertyKey[],
  message: string,
  key?: string,
): Fault {
  const top = path.length > 0 ? String(path[0]) : key;
  const file = top === undefined ? undefined : files.get(top);
  const shown = formatPath(key === undefined ? path : [...path, key]);
  if (file === undefined) return { file: folder, line: 0, column: 0, path: shown, message };
  const place = key === undefined ? locateValue(file, path) : locateKey(file, path, key);
  return { file: file.name, ...place, path: shown, message };
}
