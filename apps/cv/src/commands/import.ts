import { IMPORT_FORMATS } from "@triptych/exchange/import";
import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  openTerminal,
  sharedOption,
  type Terminal,
} from "@triptych/terminal";
import { lookupPlace, readEnvironment } from "../env.ts";
import { mergeInto } from "../import/import-session.ts";
import { type FoundReadings, readSources } from "../import/import-source.ts";
import { completeReadings } from "../lookup/lookup-session.ts";
import {
  lookupFault,
  type MergeOptions,
  requireMarks,
  UNCHANGED,
  withMergeOptions,
} from "./merge-options.ts";
import { chosenFolder, type FolderChoice, requireRecord } from "./record-source.ts";

/** What every command takes that reads files of others. */
export interface ReadOptions extends MergeOptions {
  offline?: true;
  format?: string;
}

interface Options extends ReadOptions, FolderChoice {
  dryRun?: true;
}

/** What files hold. @throws CommandFault that names the one that cannot be read */
export async function requireReadings(
  files: readonly string[],
  { format }: ReadOptions,
  { progress }: Terminal,
): Promise<FoundReadings> {
  const sources = await readSources(files, format, (file) => progress.show(`Reading ${file} …`));
  progress.end();
  if (sources.kind === "read") return sources.readings;
  throw new CommandFault(sources.message, EXIT.misused);
}

async function importFiles(files: string[], options: Options): Promise<void> {
  const { dryRun = false, json = false, alias = [], offline = false } = options;
  const terminal = openTerminal({ quiet: json });
  const folder = chosenFolder(undefined, options);
  const cv = await requireRecord(folder, UNCHANGED);
  const found = await requireReadings(files, options, terminal);
  const place = lookupPlace(readEnvironment());
  const completed = offline
    ? { kind: "found" as const, readings: found }
    : await completeReadings(found, { flags: options, profile: cv.profile, terminal, place });
  if (completed.kind !== "found") throw lookupFault(completed, "the works");
  const { readings } = completed;
  const marks = await requireMarks(readings, options, terminal);
  await mergeInto(cv, { folder, readings, marks, aliases: alias, dryRun, json }, terminal);
}

export function withReadOptions(command: Command): Command {
  return withMergeOptions(command)
    .addOption(
      sharedOption(
        "offline",
        "leave out works that a file names by a DOI or arXiv identifier alone, instead of " +
          "looking them up",
      ),
    )
    .option(
      "--format <format>",
      `one of ${Object.keys(IMPORT_FORMATS).join(", ")}; else it is recognised`,
    );
}

export function declareImport(command: Command): void {
  withReadOptions(
    command
      .description(
        "add what files hold to the record: new entries, and what is new about known ones. " +
          "Nothing that the record says is changed.",
      )
      .argument(
        "<file...>",
        "BibTeX, BibLaTeX, RIS, PubMed, EndNote XML, CSL-JSON, JSON Resume, RenderCV, ORCID " +
          "or a list of DOIs; - is the standard input",
      ),
  )
    .addOption(sharedOption("dir"))
    .option("--dry-run", "show what would change and write nothing")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the record has or would have faults, 2 a file or an option " +
        "cannot be read, 3 there is no connection.",
    )
    .action(exitWith(importFiles));
}
