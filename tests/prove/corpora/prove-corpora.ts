import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { parse } from "@retorquere/bibtex-parser";
import {
  decodeBytes,
  IMPORT_FORMATS,
  type ImportFormat,
  planMerge,
  type Reading,
  recogniseFormat,
} from "@triptych/exchange/import";
import { crossCheck, Cv } from "@triptych/schema";
import { ROOT } from "../../support/places.ts";

const REPORT = join(ROOT, "docs", "proofs", "corpora.md");

interface Tally {
  files: number;
  entries: number;
  /** Entries that were taken, and the keys that share a work with another. */
  taken: number;
  shared: number;
}

/** Keys of the entries of a file, by another reader than ours; none where it gives up. */
function listKeys(format: ImportFormat, text: string): string[] | undefined {
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).map(() => "");
  if (format === "ris") return count(/^TY\s{0,2}-/gm);
  if (format === "nbib") {
    const numbered = count(/^PMID\s{0,2}-/gm);
    return numbered.length > 0 ? numbered : count(/^OWN\s{0,2}-/gm);
  }
  if (format !== "bibtex") return undefined;
  try {
    const { entries, errors } = parse(text, { raw: true });
    return errors.length > 0 ? undefined : entries.map(({ key }) => key.replaceAll('"', ""));
  } catch {
    return undefined;
  }
}

/** Whoever wrote most of the works of a file; whose list it is no file says. */
function findOwner({ found }: Reading): string | undefined {
  const counts = new Map<string, number>();
  for (const entry of found)
    if (entry.kind === "work")
      for (const { name } of entry.work.authors) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** What of a file is neither in the record nor in the report, and what became one unsaid. */
function examine(name: string, text: string, tallies: Map<ImportFormat, Tally>): string[] {
  if (text.trim() === "") return [];
  const format = recogniseFormat(text);
  if (format === undefined) return [`${name} is in no known format`];
  const reading = IMPORT_FORMATS[format](text);
  const profile = Cv.safeParse({ profile: { name: findOwner(reading) ?? "Nobody" } });
  if (!profile.success) return [];
  const plan = planMerge(profile.data, [{ file: name, reading }], {
    marks: new Map(),
    aliases: [],
  });
  const left = plan.remarks.filter(({ kind }) => kind === "left-out");
  const accounted = [...plan.outcomes, ...plan.pointers, ...left].map(({ key }) => key);
  const named = new Set(plan.remarks.flatMap(({ key, field }) => (field === "key" ? [key] : [])));
  const shared = plan.outcomes.filter(({ id, key }, index) =>
    plan.outcomes.slice(0, index).some((other) => other.id === id && other.key !== key),
  );
  const tally = tallies.get(format) ?? { files: 0, entries: 0, taken: 0, shared: 0 };
  tallies.set(format, {
    files: tally.files + 1,
    entries: tally.entries + plan.read,
    taken: tally.taken + plan.outcomes.length,
    shared: tally.shared + shared.length,
  });
  const keys = listKeys(format, text) ?? accounted;
  const { data, error } = Cv.safeParse(plan.cv);
  const faults = [...(error?.issues ?? []), ...(data === undefined ? [] : crossCheck(data))];
  return [
    ...faults.map(({ message }) => `${name}: the record that comes of it is faulty: ${message}`),
    ...(plan.read === accounted.length
      ? []
      : [`${name}: ${plan.read} read, ${accounted.length} said`]),
    ...(keys.length <= plan.read ? [] : [`${name}: ${keys.length} entries, ${plan.read} read`]),
    ...keys
      .filter((key) => key !== "" && !accounted.includes(key))
      .map((key) => `${name}: ${key} is said nowhere`),
    ...shared
      .filter(({ key }) => !named.has(key))
      .map(({ key, id }) => `${name}: ${key} became ${id} unsaid`),
  ];
}

const writeReport = (tallies: ReadonlyMap<ImportFormat, Tally>, against: readonly string[]) =>
  `# Each entry of a bibliography is accounted for

Written by \`npm run prove -- corpora\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, from files that are not part of
this repository: test inputs of citation-js, of @retorquere/bibtex-parser (Better BibTeX), of the CSL test
suite and of Zotero's translators. Of each file whoever wrote most of its works was taken for the owner.

Each entry that was read is in the record, or left out with a reason under its key. The keys of BibTeX
files were counted by @retorquere/bibtex-parser too, where it reads the file without an error. Two
keys share a work only where the report says so. What comes of each file is a record without faults.

| format | files | entries | taken | sharing a work |
|---|---|---|---|---|
${[...tallies]
  .map(
    ([format, { files, entries, taken, shared }]) =>
      `| ${[format, files, entries, taken, shared].join(" | ")} |`,
  )
  .join("\n")}

${against.length === 0 ? "Nothing spoke against it." : against.map((line) => `- **${line}**`).join("\n")}
`;

/** Imports every bibliography of a folder; returns what is not accounted for. */
export async function proveCorpora({ dir }: { dir: string }): Promise<string[]> {
  const tallies = new Map<ImportFormat, Tally>();
  const against: string[] = [];
  const names = (await readdir(dir, { recursive: true })).filter((name) =>
    /\.(?:bib|ris|nbib|json)$/.test(name),
  );
  for (const name of names.toSorted()) {
    const { text } = decodeBytes(await readFile(join(dir, name)));
    against.push(...examine(name, text, tallies));
  }
  await mkdir(join(ROOT, "docs", "proofs"), { recursive: true });
  await writeFile(REPORT, writeReport(tallies, against));
  process.stderr.write(`wrote ${REPORT}\n`);
  return against;
}
