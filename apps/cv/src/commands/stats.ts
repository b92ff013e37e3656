import { type Command, exitWith, note, print, printJson, sharedOption } from "@triptych/terminal";
import { composeStats } from "../stats/compose-stats.ts";
import { formatStats } from "../stats/format-stats.ts";
import { chosenFolder, type FolderChoice, requireRecord, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  json?: true;
}

async function printStats(folder: string | undefined, options: Options): Promise<void> {
  const groups = composeStats(await requireRecord(chosenFolder(folder, options)));
  if (options.json === true) printJson(groups);
  else if (groups.length === 0) note("The record has nothing to count yet.");
  else print(formatStats(groups));
}

const HELP = `
Figures are derived from the record alone: per kind, year, rank of the venue, position in the author list, honour; grants by currency.
Numbers in brackets are those of the CV. Citations and the h-index are derived for each index from the works that have citations: with count,
asOf and source; where none has them there is no such figure.

Examples:
  cv stats
  cv stats my-record --json | jq '.[0].statistics[0].value'`;

export function declareStats(command: Command): void {
  withFolder(command)
    .addOption(
      sharedOption("json", "print [{ title, statistics: [{ name, value, entries }] }] as JSON"),
    )
    .addHelpText("after", HELP)
    .action(exitWith(printStats));
}
