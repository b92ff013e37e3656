import type { Command } from "commander";
import { type Hold, listHolds, pauseEdition, resumeEdition } from "../editions/edition-hold.ts";
import { type EditionSums, listEditions } from "../editions/edition-list.ts";
import { CommandFault } from "./command-fault.ts";
import { formatEquation } from "./equation.ts";
import { withDatabase } from "./open.ts";
import { readNumber } from "./send.ts";
import { print, printJson, say } from "./terminal.ts";

interface Json {
  json?: true;
}

/** An edition in a few lines: what it is, its ledger, and what waits for a decision. */
export function describeEdition(edition: EditionSums, holds: readonly Hold[]): string[] {
  const { number, createdAt, subject, deliveries } = edition;
  const hold = holds.find((candidate) => candidate.edition === number);
  return [
    `${createdAt.toISOString().slice(0, 10)}  ${subject}`,
    formatEquation(edition),
    ...(hold === undefined
      ? []
      : [
          `ON HOLD since ${hold.since.toISOString().slice(0, 16)}Z: ${hold.reason} To go on: editions resume ${number}`,
        ]),
    ...(deliveries.unknown === 0
      ? []
      : [`${deliveries.unknown} unknown; to send them again: send --resend-unknown ${number}`]),
  ];
}

async function editions({ json }: Json): Promise<void> {
  await withDatabase(async ({ db }) => {
    const rows = await listEditions(db);
    const holds = await listHolds(db);
    if (json === true)
      return printJson(
        rows.map((row) => ({
          ...row,
          hold: holds.find(({ edition }) => edition === row.number) ?? null,
        })),
      );
    if (rows.length === 0) return say("Nothing has been sent yet.");
    for (const row of rows)
      for (const [at, line] of describeEdition(row, holds).entries())
        print((at === 0 ? String(row.number) : "").padEnd(5) + line);
  });
}

async function change(number: number, word: "pause" | "resume", { json }: Json): Promise<void> {
  await withDatabase(async ({ db }) => {
    const known = (await listEditions(db)).find((edition) => edition.number === number);
    if (known === undefined)
      throw new CommandFault(
        `There is no edition ${number}. npm run digest -- editions lists them.`,
      );
    const isChanged =
      word === "resume"
        ? await resumeEdition(db, number, new Date())
        : await pauseEdition(db, number, new Date()).then(() => true);
    if (json === true) return printJson({ edition: number, [word]: isChanged });
    if (word === "pause") say(`Edition ${number} is on hold; mails under way are finished.`);
    else
      say(
        isChanged
          ? `Edition ${number} goes on; a running worker sends what is left.`
          : `Edition ${number} was not on hold.`,
      );
  });
}

export function addEditionsCommand(program: Command): void {
  const command = program
    .command("editions")
    .description("every edition, its ledger, and what waits for a decision")
    .option("--json", "as JSON")
    .action(editions)
    .addHelpText(
      "after",
      "\nExamples\n  npm run digest -- editions --json\n  npm run digest -- editions resume 3",
    );
  for (const word of ["pause", "resume"] as const) {
    command
      .command(word)
      .description(
        word === "pause"
          ? "send nothing more of an edition"
          : "let an edition on hold go on, with seven fresh days",
      )
      .argument("<edition>", "its number", readNumber)
      .action((number: number) => change(number, word, command.opts<Json>()));
  }
}
