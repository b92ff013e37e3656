import {
  type ContentFile,
  type Fault,
  formatFault,
  parseContentFile,
  sortFaults,
} from "@triptych/data";
import type { Edit } from "@triptych/exchange/import";
import { LIST_IDS, sectionOfList } from "@triptych/schema";
import { isMap } from "yaml";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { editPlain } from "./plain-edit.ts";
import { FileEditor } from "./record-edit.ts";
import { formatValue } from "./record-text.ts";

/** A content file as it is and as it will be; `before` is undefined for a new one. */
export interface FileChange {
  name: string;
  before: string | undefined;
  after: string;
}

export type Draft =
  | { kind: "drafted"; changes: FileChange[] }
  /** Places of the files that no edit can be put into. */
  | { kind: "faulty"; faults: Fault[] };

const BOM = "\uFEFF";

/** A file as text in which lines end in \n; how it was written is put back at the end. */
interface Source {
  file: ContentFile;
  text: string;
  restore: (text: string) => string;
  before: string;
}

async function readSource(folder: string, name: string): Promise<Source | undefined> {
  const before = await readFile(join(folder, name), "utf8");
  const hasBom = before.startsWith(BOM);
  const hasCr = before.includes("\r\n");
  const text = (hasBom ? before.slice(1) : before).replaceAll("\r\n", "\n");
  const parsed = parseContentFile(name, new TextEncoder().encode(text));
  if (parsed.kind === "faulty") return undefined;
  return {
    file: parsed.file,
    text,
    before,
    restore: (changed) =>
      (hasBom ? BOM : "") + (hasCr ? changed.replaceAll("\n", "\r\n") : changed),
  };
}

/**
 * What the usual file of a part is called: a list stands in the file of the section that shows it.
 */
function usualFile(key: string): string {
  const list = LIST_IDS.find((id) => id === key);
  return list === undefined ? key : sectionOfList(list);
}

/** The file for keys that are new to the record: its usual one, unless that could not take them. */
function homeOf(key: string, sources: readonly Source[]): string {
  const name = `${usualFile(key)}.yaml`;
  const taken = sources.find(({ file }) => file.name === name);
  const { contents } = taken?.file.document ?? { contents: null };
  return contents === null || (isMap(contents) && contents.flow !== true)
    ? name
    : `${key}-imported.yaml`;
}

async function readSources(folder: string): Promise<Source[]> {
  const names = (await readdir(folder))
    .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith("."))
    .toSorted();
  const sources = await Promise.all(names.map((name) => readSource(folder, name)));
  return sources.filter((source) => source !== undefined);
}

function ownerOf(key: string, sources: readonly Source[]): Source | undefined {
  return sources.find(
    ({ file: { document } }) => isMap(document.contents) && document.contents.has(key),
  );
}

/** Puts keys that are new to the record at the end of their files. */
function writeNewKeys(
  edits: readonly Edit[],
  sources: readonly Source[],
  texts: Map<string, string>,
): void {
  const fresh = {};
  for (const edit of edits) editPlain(fresh, edit.path, edit);
  for (const [key, value] of Object.entries(fresh)) {
    const name = homeOf(key, sources);
    const present = texts.get(name) ?? sources.find(({ file }) => file.name === name)?.text ?? "";
    const gap = present === "" || present.endsWith("\n") ? "" : "\n";
    texts.set(
      name,
      `${present}${gap}${present === "" ? "" : "\n"}${formatValue({ [key]: value })}\n`,
    );
  }
}

/**
 * Works out how the files of a folder change by edits; files that cannot be read are left alone,
 * since the loader has reported them.
 */
export async function draftChanges(folder: string, edits: readonly Edit[]): Promise<Draft> {
  const sources = await readSources(folder);
  const faults = new Map<string, Fault>();
  const editors = new Map<Source, FileEditor>();
  const homeless: Edit[] = [];
  for (const edit of edits) {
    const source = ownerOf(String(edit.path[0]), sources);
    if (source === undefined) {
      homeless.push(edit);
      continue;
    }
    const editor = editors.get(source) ?? new FileEditor(source.file, source.text);
    editors.set(source, editor);
    const fault = editor.add(edit);
    if (fault !== undefined) faults.set(formatFault(fault), fault);
  }
  if (faults.size > 0) return { kind: "faulty", faults: sortFaults([...faults.values()]) };
  const texts = new Map<string, string>(
    [...editors].map(([source, editor]) => [source.file.name, editor.write()]),
  );
  writeNewKeys(homeless, sources, texts);
  const changes = [...texts].map(([name, text]) => {
    const source = sources.find(({ file }) => file.name === name);
    return {
      name,
      before: source?.before,
      after: source === undefined ? text : source.restore(text),
    };
  });
  return { kind: "drafted", changes };
}
