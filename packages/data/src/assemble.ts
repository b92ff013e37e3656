import { Cv } from "@triptych/schema";
import { type ContentFile, locateKey, locateValue, plainSource, readValues } from "./content-file.ts";
import { type Fault, formatPath } from "./fault.ts";

/** The whole record as plain data, with the file each top-level key came from. */
export interface Assembly {
  values: Map<string, unknown>;
  files: Map<string, ContentFile>;
}

/** Joins the files of a folder; a key of the record stands in one of them only. */
export function assembleFiles(files: readonly ContentFile[]): { assembly: Assembly; faults: Fault[] } {
  const assembly: Assembly = { values: new Map(), files: new Map() };
  const faults: Fault[] = [];
  for (const file of files) {
    const read = readValues(file);
    if (read.kind === "faulty") {
      faults.push(...read.faults);
      continue;
    }
    for (const [key, value] of read.values) {
      const other = assembly.files.get(key);
      if (other !== undefined) faults.push({ file: file.name, ...locateKey(file, [], key), path: key, message: `also stands in ${other.name}; put all of it in one file` });
      else {
        assembly.files.set(key, file);
        assembly.values.set(key, value);
      }
    }
  }
  return { assembly, faults };
}

function setIn(target: unknown, steps: readonly PropertyKey[], value: string): void {
  const parent = steps.slice(0, -1).reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined), target);
  const last = steps.at(-1);
  if (typeof parent === "object" && parent !== null && last !== undefined) Reflect.set(parent, last, value);
}

/**
 * Gives back the typed text where the schema wants text and YAML made a number of it: `date: 2024`, `volume: 12`,
 * and above all `arxiv: 2201.11380`, which as a number would lose its last digit.
 */
export function restoreText({ values, files }: Assembly): Record<string, unknown> {
  const record: Record<string, unknown> = Object.fromEntries(structuredClone([...values]));
  const { error } = Cv.safeParse(record, { reportInput: true });
  for (const issue of error?.issues ?? []) {
    if (issue.code !== "invalid_type" && issue.code !== "invalid_union" && issue.code !== "invalid_value") continue;
    const file = files.get(String(issue.path[0]));
    const source = file === undefined ? undefined : plainSource(file, issue.path);
    const wantsNumber = issue.code === "invalid_type" && issue.expected !== "string";
    if (source !== undefined && !wantsNumber) setIn(record, issue.path, source);
  }
  return record;
}

/** Puts a fault of the record where it stands in the files; faults of the whole stand in the folder. */
export function locateFault({ files }: Assembly, folder: string, path: readonly PropertyKey[], message: string, key?: string): Fault {
  const top = path.length > 0 ? String(path[0]) : key;
  const file = top === undefined ? undefined : files.get(top);
  const shown = formatPath(key === undefined ? path : [...path, key]);
  if (file === undefined) return { file: folder, line: 0, column: 0, path: shown, message };
  const place = key === undefined ? locateValue(file, path) : locateKey(file, path, key);
  return { file: file.name, ...place, path: shown, message };
}
