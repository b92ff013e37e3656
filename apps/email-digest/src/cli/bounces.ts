import type { Command } from "commander";
import process from "node:process";
import { buffer } from "node:stream/consumers";
import { collectReports, describeOutcome } from "../bounce/collect-reports.ts";
import { readMailFolder } from "../bounce/mail-folder.ts";
import { readReport } from "../bounce/read-report.ts";
import { recordReport } from "../bounce/record-report.ts";
import { CommandFault } from "./command-fault.ts";
import { withDatabase } from "./open.ts";
import { openProgress } from "./progress.ts";
import { print, printJson, say } from "./terminal.ts";

interface Json {
  json?: true;
}

/** What mail servers take for "try again later" from a program they pipe to (sysexits.h). */
const TEMPORARY = 75;

async function read({ json }: Json): Promise<void> {
  if (process.stdin.isTTY)
    throw new CommandFault(
      "It reads one mail from standard input, for example: npm run digest -- bounces read < message",
    );
  const report = await readReport(await buffer(process.stdin));
  // Whatever keeps the report from being written down now may pass; a mail server that hears so
  // tries again.
  process.exitCode = TEMPORARY;
  await withDatabase(async ({ db }, config) => {
    const outcome = await recordReport(db, config.secret, report, new Date());
    if (json === true) printJson(outcome);
    else say(describeOutcome(outcome));
  });
  process.exitCode = 0;
}

async function collect(folder: string, { json }: Json): Promise<void> {
  const found = await readMailFolder(folder);
  if (found.kind === "missing")
    throw new CommandFault(
      `${folder} is not there. It takes a Maildir, a file with one mail or an mbox, or a folder of .eml files.`,
    );
  const progress = openProgress("mails");
  await withDatabase(async ({ db }, config) => {
    const onDone = (count: number) => progress.show(count, found.mails.length);
    const collected = await collectReports(db, config.secret, found, new Date(), onDone).finally(
      () => progress.end(),
    );
    if (json === true) return printJson(collected);
    for (const { place, outcome } of collected) print(`${place}  ${describeOutcome(outcome)}`);
    say(`${collected.length} mails read.`);
  });
}

export function addBouncesCommands(program: Command): void {
  const command = program
    .command("bounces")
    .description("act on what mail servers report: bounces and complaints");
  command
    .command("read")
    .description("one mail from standard input; exit 75 where it should be handed in again later")
    .option("--json", "as JSON")
    .action(read)
    .addHelpText(
      "after",
      '\nExamples\n  npm run digest -- bounces read < message\n  Postfix, /etc/aliases   bounce: "|npm --prefix /path/to/triptych run digest -- bounces read"',
    );
  command
    .command("collect")
    .description(
      "the new mails of a Maildir, a file with one mail or an mbox, or a folder of .eml files; reading one twice does no harm",
    )
    .argument("<place>")
    .option("--json", "as JSON")
    .action(collect)
    .addHelpText("after", "\nExample\n  npm run digest -- bounces collect ~/Maildir/.bounces");
}
