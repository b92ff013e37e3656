import { crossCheck, Cv } from "@triptych/schema";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import { type Assembly, assembleFiles, locateFault, restoreText } from "./assemble.ts";
import { type ContentFile, parseContentFile } from "./content-file.ts";
import { type Fault, sortFaults } from "./fault.ts";
import { reviewFigures } from "./figure-review.ts";
import { toSchemaFaults } from "./schema-fault.ts";
import { keepSurvivors } from "./survivors.ts";

/** A record that may be used, or everything that is wrong with it, all at once. */
export type LoadResult = { kind: "valid"; cv: Cv; warnings: Fault[]; files: string[] } | { kind: "faulty"; faults: Fault[]; warnings: Fault[] };

const folderFault = (file: string, message: string): LoadResult => ({ kind: "faulty", warnings: [], faults: [{ file, line: 0, column: 0, path: "", message }] });

async function listFiles(folder: string): Promise<string[] | string> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => /\.ya?ml$/.test(name)).sort();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "does not exist; CV_DIR must name a folder with content files";
    if (code === "ENOTDIR") return "is not a folder; CV_DIR must name a folder with content files";
    return `cannot be read: ${String(code ?? error)}`;
  }
}

function crossFaults(assembly: Assembly, folder: string, record: Record<string, unknown>, faulty: PropertyKey[][]): Fault[] {
  const survivors = keepSurvivors(record, faulty);
  if (survivors === undefined) return [];
  return crossCheck(survivors.cv)
    .filter(({ about }) => about === undefined || !survivors.reduced.has(about))
    .map(({ path, message }) => {
      const [list, index, ...rest] = path;
      const original = typeof index === "number" ? survivors.indexes.get(String(list))?.[index] : undefined;
      return locateFault(assembly, folder, original === undefined || list === undefined ? path : [list, original, ...rest], message);
    });
}

function judge(assembly: Assembly, folder: string, files: string[], earlier: Fault[]): LoadResult {
  const record = restoreText(assembly);
  const parsed = Cv.safeParse(record, { reportInput: true });
  const schemaFaults = parsed.success ? [] : parsed.error.issues.flatMap(toSchemaFaults);
  const faults = [
    ...earlier,
    ...schemaFaults.map(({ path, message, key }) => locateFault(assembly, folder, path, message, key)),
    ...crossFaults(assembly, folder, record, schemaFaults.map(({ path }) => path)),
  ];
  if (!parsed.success || faults.length > 0) return { kind: "faulty", faults: sortFaults(faults), warnings: [] };
  const warnings = reviewFigures(parsed.data).map(({ path, message }) => locateFault(assembly, folder, path, message));
  return { kind: "valid", cv: parsed.data, warnings: sortFaults(warnings), files };
}

/** Reads and checks all content files of a folder; together they are one record. Never throws for what is in them. */
export async function loadCv(folder: string): Promise<LoadResult> {
  const shown = relative(process.cwd(), folder) || ".";
  const names = await listFiles(folder);
  if (typeof names === "string") return folderFault(shown, names);
  if (names.length === 0) return folderFault(shown, "holds no content files; it needs at least one .yaml file with profile: and a name");
  const files: ContentFile[] = [];
  const faults: Fault[] = [];
  for (const name of names) {
    const result = parseContentFile(join(shown, name), await readFile(join(folder, name)));
    if (result.kind === "parsed") files.push(result.file);
    else faults.push(...result.faults);
  }
  // A file that does not parse hides what it holds; whatever else would be said about that is noise.
  if (faults.length > 0) return { kind: "faulty", faults: sortFaults(faults), warnings: [] };
  const { assembly, faults: doubled } = assembleFiles(files);
  return judge(assembly, shown, names.map((name) => join(folder, name)), doubled);
}

/** The folder to read: the one asked for, seen from where the command was typed, else the one that comes with the package. */
export function contentFolder(asked: string | undefined, from: string): string {
  return asked === undefined || asked === "" ? resolve(import.meta.dirname, "../content") : resolve(from, asked);
}
