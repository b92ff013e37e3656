import {
  formatFault,
  judgeVersion,
  migrateFiles,
  MIGRATION_STEPS,
  readContentFolder,
} from "@triptych/data";
import { SCHEMA_VERSION } from "@triptych/schema";
import type { Command } from "commander";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import process from "node:process";
import { chosenFolder, FOLDER } from "../record/record-source.ts";
import { fail, print, tell } from "../terminal/output.ts";

interface Options {
  check?: true;
  json?: true;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, path);
}

async function migrate(folder: string | undefined, { check, json }: Options): Promise<void> {
  const contents = await readContentFolder(chosenFolder(folder));
  if (contents.hidesSome) return fail(contents.faults.map(formatFault).join("\n"));
  const stated = contents.files
    .find(({ values }) => values.has("schemaVersion"))
    ?.values.get("schemaVersion");
  const standing = judgeVersion(stated);
  if (standing.kind === "newer")
    return fail(
      `The files are of version ${standing.version}; this program knows versions up to ${SCHEMA_VERSION}. Update the program.`,
    );
  const from = standing.kind === "current" ? SCHEMA_VERSION : standing.version;
  const files = await Promise.all(
    contents.paths.map(async (path) => ({
      name: basename(path),
      text: await readFile(path, "utf8"),
    })),
  );
  const changed = standing.kind === "current" ? [] : migrateFiles(files, from);
  const [first = ""] = contents.paths;
  const paths = changed.map(({ name }) => relative(process.cwd(), join(dirname(first), name)));
  if (check !== true)
    for (const { name, text } of changed) await writeWhole(join(dirname(first), name), text);
  if (json === true) print(JSON.stringify({ from, to: SCHEMA_VERSION, files: paths }, null, 2));
  else if (standing.kind === "current") tell(`The files are of version ${SCHEMA_VERSION} already.`);
  else {
    for (const { about } of MIGRATION_STEPS.filter((step) => step.from >= from)) tell(about);
    tell(
      `${check === true ? "would bring" : "brought"} to version ${SCHEMA_VERSION}: ${paths.join(", ")}`,
    );
  }
  if (check === true && changed.length > 0) process.exitCode = 1;
}

const HELP = `
Files of an older version load as they are unless the check says otherwise; the migration writes the new number and what goes with it.

Examples:
  cv migrate my-record
  cv migrate --check     changes nothing; exit 1 where something would change`;

export function registerMigrate(program: Command): void {
  program
    .command("migrate")
    .description(`bring content files to version ${SCHEMA_VERSION} of the schema; comments stay`)
    .argument("[dir]", FOLDER)
    .option("--check", "change nothing; exit 1 if a file would change")
    .option("--json", "print { from, to, files } as JSON")
    .addHelpText("after", HELP)
    .action(migrate);
}
