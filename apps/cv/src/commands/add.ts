import type { SourcedReading } from "@triptych/exchange/import";
import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  openTerminal,
  sharedOption,
} from "@triptych/terminal";
import { lookupPlace, readEnvironment } from "../env.ts";
import { mergeInto } from "../import/import-session.ts";
import { openLookup } from "../lookup/lookup-session.ts";
import { readWorkId, type WorkId } from "../lookup/work-id.ts";
import { lookUpWork } from "../lookup/work-lookup.ts";
import {
  lookupFault,
  type MergeOptions,
  requireMarks,
  UNCHANGED,
  withMergeOptions,
} from "./merge-options.ts";
import { chosenFolder, type FolderChoice, requireRecord } from "./record-source.ts";

interface Options extends MergeOptions, FolderChoice {
  dryRun?: true;
}

function requireWorkId(text: string): { text: string; id: WorkId } {
  const id = readWorkId(text);
  if (id !== undefined) return { text, id };
  throw new CommandFault(
    `${text} is no DOI, arXiv identifier, ISBN, work of OpenAlex or key of DBLP; nothing was ` +
      "changed.",
    EXIT.misused,
  );
}

async function add(texts: string[], options: Options): Promise<void> {
  const { dryRun = false, json = false, alias = [] } = options;
  const terminal = openTerminal({ quiet: json });
  const ids = texts.map(requireWorkId);
  const folder = chosenFolder(undefined, options);
  const cv = await requireRecord(folder, UNCHANGED);
  const place = lookupPlace(readEnvironment());
  const { client } = await openLookup({ flags: options, profile: cv.profile, terminal, place });
  const readings: SourcedReading[] = [];
  for (const { text, id } of ids) {
    terminal.progress.show(`Looking up ${text} …`);
    const result = await lookUpWork(client, id);
    terminal.progress.end();
    if (result.kind !== "found") throw lookupFault(result, text);
    readings.push(result.reading);
  }
  const marks = await requireMarks(readings, options, terminal);
  await mergeInto(cv, { folder, readings, marks, aliases: alias, dryRun, json }, terminal);
}

export function declareAdd(command: Command): void {
  withMergeOptions(
    command.argument(
      "<id...>",
      "a DOI, an arXiv identifier or address, an ISBN, a work of OpenAlex (W…), a key of DBLP " +
        "(conf/icml/…)",
    ),
  )
    .addOption(sharedOption("dir"))
    .option("--dry-run", "show what would change and write nothing")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the work is not known or the record has faults, 2 the " +
        "identifier cannot be read, 3 there is no connection.",
    )
    .action(exitWith(add));
}
