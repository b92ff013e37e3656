import { type Command, exitWith, note, print, printJson, sharedOption } from "@triptych/terminal";
import { type Hold, listHolds, pauseEdition, resumeEdition } from "../../brake/edition-hold.ts";
import { type EditionSums, listEditions } from "../../editions/edition-list.ts";
import { readNumber, requireEdition } from "./edition-number.ts";
import { formatEquation } from "./equation.ts";
import { withDatabase } from "../open.ts";

interface Json {
  json?: true;
}

const minute = (at: Date) => `${at.toISOString().slice(0, 16)}Z`;

/** An edition in a few lines: what it is, its ledger, and what waits for a decision. */
export function describeEdition(edition: EditionSums, holds: readonly Hold[]): string[] {
  const { number, createdAt, subject, deliveries } = edition;
  const own = holds.filter((hold) => hold.edition === number);
  return [
    `${createdAt.toISOString().slice(0, 10)}  ${subject}`,
    formatEquation(edition),
    ...own.map(
      ({ domain, since, reason, until }) =>
        `ON HOLD${domain === "" ? "" : ` for ${domain}`} since ${minute(since)}: ${reason} ` +
        (until === null ? "To go on: " : `It goes on at ${minute(until)}; now: `) +
        `send --resume ${number}`,
    ),
    ...(deliveries.failed === 0
      ? []
      : [`${deliveries.failed} refused; to send them again: send --resend-failed ${number}`]),
    ...(deliveries.unknown === 0
      ? []
      : [`${deliveries.unknown} unknown; to send them again: send --resend-unknown ${number}`]),
  ];
}

async function editions({ json }: Json): Promise<void> {
  await withDatabase(async ({ db }) => {
    const rows = await listEditions(db);
    const holds = await listHolds(db);
    const holdOf = (number: number) => holds.find(({ edition }) => edition === number) ?? null;
    if (json === true) return printJson(rows.map((row) => ({ ...row, hold: holdOf(row.number) })));
    if (rows.length === 0) return note("Nothing has been sent yet.");
    for (const row of rows)
      for (const [at, line] of describeEdition(row, holds).entries())
        print((at === 0 ? String(row.number) : "").padEnd(5) + line);
  });
}

async function pause(number: number, { json }: Json): Promise<void> {
  await withDatabase(async ({ db }) => {
    await requireEdition(db, number);
    await pauseEdition(db, number, new Date());
    if (json === true) printJson({ edition: number, pause: true });
    else note(`Edition ${number} is on hold; mails under way are finished.`);
  });
}

async function resume(number: number, { json }: Json): Promise<void> {
  await withDatabase(async ({ db }) => {
    await requireEdition(db, number);
    const isResumed = await resumeEdition(db, number, new Date());
    if (json === true) return printJson({ edition: number, resume: isResumed });
    note(
      isResumed
        ? `Edition ${number} goes on; a running worker sends what is left.`
        : `Edition ${number} was not on hold.`,
    );
  });
}

const HELP = `
Examples
  npm run digest -- editions --json
  npm run digest -- editions resume 3`;

export function declareEditions(command: Command): void {
  command.addOption(sharedOption("json")).action(exitWith(editions)).addHelpText("after", HELP);
  command
    .command("pause")
    .description("send nothing more of an edition")
    .argument("<edition>", "its number", readNumber)
    .action(exitWith((number: number) => pause(number, command.opts<Json>())));
  command
    .command("resume")
    .description("let an edition on hold go on, with seven fresh days")
    .argument("<edition>", "its number", readNumber)
    .action(exitWith((number: number) => resume(number, command.opts<Json>())));
}
