import { CommandFault, note, printJson } from "@triptych/terminal";
import { readFile } from "node:fs/promises";
import { importSubscribers } from "../../subscribers/import/import-subscribers.ts";
import { type ImportFault, readImport } from "../../subscribers/import/read-import.ts";
import { openBar } from "../bar.ts";
import { withDatabase } from "../open.ts";

/** A column that is wrong throughout says so in a few lines. */
const SHOWN = 20;

function refuse(file: string, faults: readonly ImportFault[]): never {
  const lines = faults.slice(0, SHOWN).map(({ line, problem }) => `${file}:${line}  ${problem}`);
  const more = faults.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  const these = faults.length === 1 ? "this line" : "these lines";
  throw new CommandFault(
    [...lines, `Nobody was added. Correct ${these} and try again.`].join("\n"),
  );
}

export async function importList(file: string, options: { json?: true }): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFault(`${file} cannot be read.`);
  });
  const read = readImport(text, new Date());
  if (read.kind === "faulty") return refuse(file, read.faults);
  const bar = openBar("lines", options);
  await withDatabase(async ({ db }, keys) => {
    const onRow = (count: number) => bar.show(count, read.rows.length);
    const result = await importSubscribers(db, keys, read.rows, onRow).finally(() => bar.end());
    if (result.kind === "refused") return refuse(file, result.faults);
    const { added, known } = result;
    if (options.json === true) printJson({ added, known });
    else note(`${added} added, ${known} subscribed already.`);
  });
}
