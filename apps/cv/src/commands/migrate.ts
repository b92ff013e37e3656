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
  cv migrate --check     changes nothing; exit 1 where something would change`;

export function declareMigrate(command: Command): void {
  withFolder(
    command.description(
      `bring content files to version ${SCHEMA_VERSION} of the schema; comments stay`,
    ),
  )
    .option("--check", "change nothing; exit 1 if a file would change")
    .addOption(sharedOption("json", "print { from, to, files } as JSON"))
    .addHelpText("after", HELP)
    .action(exitWith(migrate));
}
