import {
  type Command,
  CommandFault,
  exitWith,
  note,
  print,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import process from "node:process";
import { buffer } from "node:stream/consumers";
import { collectReports, describeOutcome } from "../bounce/collect-reports.ts";
import { readMailFolder } from "../bounce/mail-folder.ts";
import { readReport } from "../bounce/read-report.ts";
import { recordReport } from "../bounce/record-report.ts";
import { openBar } from "./bar.ts";
import { withDatabase } from "./open.ts";

interface Json {
  json?: true;
}

/** What mail servers take for "try again later" from a program they pipe to (sysexits.h). */
const TEMPORARY = 75;

async function read({ json }: Json): Promise<void> {
  if (process.stdin.isTTY)
    throw new CommandFault(
      "It reads one mail from standard input, for example: npm run digest -- bounces read < " +
        "message",
    );
  // Whatever keeps the report from being written down now may pass; a mail server that hears so
  // tries again.
  process.exitCode = TEMPORARY;
  const report = await readReport(await buffer(process.stdin));
  await withDatabase(async ({ db }, { secret }) => {
    const outcome = await recordReport(db, secret, report, new Date());
    if (json === true) printJson(outcome);
    else note(describeOutcome(outcome));
  });
  process.exitCode = 0;
}

async function collect(folder: string, options: Json): Promise<void> {
  const found = await readMailFolder(folder);
  if (found.kind === "missing")
    throw new CommandFault(
      `${folder} is not there. It takes a Maildir, a file with one mail or an mbox, or a ` +
        "folder of .eml files.",
    );
  const bar = openBar("mails", options);
  await withDatabase(async ({ db }, { secret }) => {
    const onDone = (count: number) => bar.show(count, found.mails.length);
    const collected = await collectReports(db, secret, found, new Date(), onDone).finally(() =>
      bar.end(),
    );
    if (options.json === true) return printJson(collected);
    for (const { place, outcome } of collected) print(`${place}  ${describeOutcome(outcome)}`);
    note(`${collected.length} mails read.`);
  });
}

const READ_HELP = `
Examples
  npm run digest -- bounces read < message
  Postfix, /etc/aliases   bounce: "|npm --prefix /path/to/triptych run digest -- bounces read"`;

export function declareBounces(command: Command): void {
  command
    .command("read")
    .description("one mail from standard input; exit 75 where it should be handed in again later")
    .addOption(sharedOption("json"))
    .action(exitWith(read))
    .addHelpText("after", READ_HELP);
  command
    .command("collect")
    .description(
      "the mails of a Maildir, seen or not, a file with one mail or an mbox, or a folder of " +
        ".eml files; reading one twice does no harm",
    )
    .argument("<place>")
    .addOption(sharedOption("json"))
    .action(exitWith(collect))
    .addHelpText("after", "\nExample\n  npm run digest -- bounces collect ~/Maildir/.bounces");
}
