import { type Fault, loadCv } from "@triptych/data";
import { Cv } from "@triptych/schema";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { FileChange } from "./record-draft.ts";
import { serializeCv } from "../record/write-record.ts";

export type CommitOutcome =
  | { kind: "written"; files: string[] }
  /** The record would not pass the check; nothing was written. */
  | { kind: "faulty"; faults: Fault[] }
  /** A file changed while the change was prepared; nothing was written. */
  | { kind: "overtaken"; file: string }
  | { kind: "unwritable"; reason: string };

const isContent = (name: string) => /\.ya?ml$/i.test(name) && !name.startsWith(".");

/** Loads the record as it would be, from a copy of the folder, without touching the folder. */
export async function rehearse(
  folder: string,
  changes: readonly FileChange[],
): Promise<{ kind: "valid"; cv: Cv } | { kind: "faulty"; faults: Fault[] }> {
  const copy = await mkdtemp(join(tmpdir(), "triptych-record-"));
  try {
    const names = (await readdir(folder).catch(() => [])).filter(isContent);
    for (const name of names) await copyFile(join(folder, name), join(copy, name));
    for (const { name, after } of changes) await writeFile(join(copy, name), after);
    const loaded = await loadCv(copy);
    if (loaded.kind === "valid") return { kind: "valid", cv: loaded.cv };
    const shown = loaded.faults.map((fault) => ({
      ...fault,
      file:
        names.concat(changes.map(({ name }) => name)).find((name) => fault.file.endsWith(name)) ??
        fault.file,
    }));
    return { kind: "faulty", faults: shown };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/**
 * Files that others refer to come first, so that every state between two renames is a record that
 * loads.
 */
const ORDER = ["profile", "venues", "people"];
const rank = ({ name }: FileChange) => {
  const place = ORDER.indexOf(name.replace(/\.ya?ml$/i, ""));
  return place === -1 ? ORDER.length : place;
};

async function putBack(folder: string, changes: readonly FileChange[]): Promise<void> {
  for (const { name, before } of changes)
    await (before === undefined
      ? rm(join(folder, name), { force: true })
      : writeFile(join(folder, name), before));
}

/**
 * Writes all files or none: each is written beside its place first, then all are renamed into it;
 * if one of these fails, those before it are put back. `expected` is the record that must come out,
 * which guards against an edit that landed in the wrong place.
 */
export async function commitChanges(
  folder: string,
  changes: readonly FileChange[],
  expected: Cv,
): Promise<CommitOutcome> {
  const rehearsal = await rehearse(folder, changes);
  if (rehearsal.kind === "faulty") return rehearsal;
  if (serializeCv(rehearsal.cv) !== serializeCv(Cv.parse(expected)))
    throw new Error(
      "The edited files do not make the record that was planned. Nothing was written.",
    );
  const sorted = changes.toSorted((a, b) => rank(a) - rank(b));
  const drafts = sorted.map((change) => ({
    change,
    file: join(folder, change.name),
    draft: join(folder, `.${change.name}.${process.pid}.tmp`),
  }));
  const done: FileChange[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const { change, draft } of drafts) await writeFile(draft, change.after, { flag: "wx" });
    for (const { change, file } of drafts) {
      const now = await readFile(file, "utf8").catch(() => undefined);
      if (now !== change.before) return { kind: "overtaken", file: change.name };
    }
    for (const { change, file, draft } of drafts) {
      await rename(draft, file);
      done.push(change);
    }
    return { kind: "written", files: sorted.map(({ name }) => name) };
  } catch (error) {
    await putBack(folder, done);
    return { kind: "unwritable", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined);
  }
}
