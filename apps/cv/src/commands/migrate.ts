import {
  formatFault,
  judgeVersion,
  migrateFiles,
  MIGRATION_STEPS,
  readContentFolder,
} from "@triptych/data";
import { SCHEMA_VERSION } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import process from "node:process";
import { writeWhole } from "../record/write-whole.ts";
import { chosenFolder, type FolderChoice, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  check?: true;
  json?: true;
}

/** The lines of a file that go and those that come, as far as they differ at all. */
function listChanges(name: string, before: string, after: string): string {
  const [old, fresh] = [before, after].map((text) => text.split(/\r?\n/));
  const gone = (old ?? []).filter((line) => fresh?.includes(line) !== true);
  const come = (fresh ?? []).filter((line) => old?.includes(line) !== true);
  return [name, ...gone.map((line) => `  - ${line}`), ...come.map((line) => `  + ${line}`)].join(
    "\n",
  );
}

async function migrate(folder: string | undefined, options: Options): Promise<ExitCode> {
  const isCheck = options.check === true;
  const contents = await readContentFolder(chosenFolder(folder, options));
  if (contents.hidesSome) throw new CommandFault(contents.faults.map(formatFault).join("\n"));
  const stated = contents.files
    .find(({ values }) => values.has("schemaVersion"))
    ?.values.get("schemaVersion");
  const standing = judgeVersion(stated);
  if (standing.kind === "newer")
    throw new CommandFault(
      `The files are of version ${standing.version}; this program knows versions up to ` +
        `${SCHEMA_VERSION}. Update the program.`,
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
  if (!isCheck)
    for (const { name, text } of changed) await writeWhole(join(dirname(first), name), text);
  if (options.json === true) printJson({ from, to: SCHEMA_VERSION, files: paths });
  else if (standing.kind === "current") note(`The files are of version ${SCHEMA_VERSION} already.`);
  else {
    for (const { about } of MIGRATION_STEPS.filter((step) => step.from >= from)) note(about);
    if (isCheck)
      for (const { name, text } of changed)
        note(listChanges(name, files.find((file) => file.name === name)?.text ?? "", text));
    note(
      `${isCheck ? "would bring" : "brought"} to version ${SCHEMA_VERSION}: ${paths.join(", ")}`,
    );
  }
  return isCheck && changed.length > 0 ? EXIT.negative : EXIT.done;
}

const HELP = `
Files of an older version load as they are unless the check says otherwise; the migration writes the new number and what goes with it.

Examples:
  cv migrate my-record
  cv migrate --check     changes nothing; shows what would change, and then exits with 1`;

export function declareMigrate(command: Command): void {
  withFolder(
    command.description(
      `bring content files to version ${SCHEMA_VERSION} of the schema; comments stay`,
    ),
  )
    .option("--check", "show the lines that would change; exit 1 if there are any")
    .addOption(sharedOption("json", "print { from, to, files } as JSON"))
    .addHelpText("after", HELP)
    .action(exitWith(migrate));
}
