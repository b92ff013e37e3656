import type { Command } from "commander";
import { composeStats } from "../stats/compose-stats.ts";
import { formatStats } from "../stats/format-stats.ts";
import { FOLDER, requireRecord } from "../record/record-source.ts";
import { print, tell } from "../terminal/output.ts";

async function printStats(folder: string | undefined, { json }: { json?: true }): Promise<void> {
  const cv = await requireRecord(folder);
  if (cv === undefined) return;
  const groups = composeStats(cv);
  if (json === true) return print(JSON.stringify(groups, null, 2));
  if (groups.length === 0) return tell("The record has nothing to count yet.");
  print(formatStats(groups));
}

const HELP = `
Figures are derived from the record alone: per kind, year, rank of the venue, position in the author list, honour; grants by currency.
Numbers in brackets are those of the CV. Citations and the h-index are derived for each index from the works that have citations: with count,
asOf and source; where none has them there is no such figure.

Examples:
  cv stats
  cv stats my-record --json | jq '.[0].statistics[0].value'`;

export function registerStats(program: Command): void {
  program
    .command("stats")
    .description("derive the summary figures, with the entries behind each")
    .argument("[dir]", FOLDER)
    .option("--json", "print [{ title, statistics: [{ name, value, entries }] }] as JSON")
    .addHelpText("after", HELP)
    .action(printStats);
}
