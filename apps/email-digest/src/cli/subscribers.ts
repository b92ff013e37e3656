import { type Command, Option } from "commander";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { parseAddress } from "../addresses/email-address.ts";
import type { SubscriberStatus } from "../database/schema.ts";
import { allowAddress, noteDepartures } from "../journal/departures.ts";
import { openInstallationJournal } from "../journal/restored-database.ts";
import { importSubscribers, listSubscribers } from "../subscribers/import/import-subscribers.ts";
import { IMPORT_HEADER, type ImportFault, readImport } from "../subscribers/import/read-import.ts";
import { eraseAddress } from "../subscribers/privacy/erase-address.ts";
import { exportSubscriber } from "../subscribers/privacy/export-subscriber.ts";
import { describeTraces, purgeErased } from "../subscribers/privacy/purge-traces.ts";
import { CommandFault, EXIT } from "./command-fault.ts";
import { withDatabase } from "./open.ts";
import { openProgress } from "./progress.ts";
import { formatTable, print, printJson, say } from "./terminal.ts";

interface Json {
  json?: true;
}

function requireAddress(typed: string): string {
  const parsed = parseAddress(typed);
  if (parsed.kind === "invalid") throw new CommandFault(`${typed}: ${parsed.reason}`);
  return parsed.address;
}

async function list({ status, json }: Json & { status?: SubscriberStatus }): Promise<void> {
  await withDatabase(async ({ db }) => {
    const lines = await listSubscribers(db, status);
    if (json === true) return printJson(lines);
    if (lines.length === 0) return say("There are no subscribers yet.");
    const soft = (count: number) => (count === 0 ? "" : `${count} soft bounces`);
    print(
      formatTable(
        lines.map((line) => [
          line.address,
          line.status,
          line.since.toISOString().slice(0, 10),
          line.frequency,
          soft(line.softBounces),
        ]),
      ),
    );
  });
}

function refuse(place: string, faults: readonly ImportFault[]): never {
  const lines = faults.map(({ line, problem }) => `${place}:${line}  ${problem}`);
  throw new CommandFault(
    [
      ...lines,
      `Nobody was added. Mend ${faults.length === 1 ? "this line" : "these lines"} and try again.`,
    ].join("\n"),
  );
}

/** Asks on the terminal what a script must say with --consent. */
async function askConsent(address: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandFault(
      `How did ${address} agree? Say it with --consent, for example: --consent "asked me at the summer school"`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`How did ${address} agree to get the digest? `);
  } finally {
    terminal.close();
  }
}

async function add(
  typed: string,
  { consent, on, json }: Json & { consent?: string; on?: string },
): Promise<void> {
  const address = requireAddress(typed);
  const note = consent ?? (await askConsent(address));
  const now = new Date();
  const cells = [address, on ?? now.toISOString(), note, "told to the researcher"].map(
    (cell) => `"${cell.replaceAll('"', '""')}"`,
  );
  const read = readImport(`${IMPORT_HEADER}\n${cells.join(",")}`, now);
  if (read.kind === "faulty")
    throw new CommandFault(
      read.faults
        .map(({ problem }) =>
          problem.replace("consent_text", "the note").replace("consent_at", "--on"),
        )
        .join("\n"),
    );
  await withDatabase(async ({ db }, config) => {
    const result = await importSubscribers(db, config.secret, read.rows);
    if (result.kind === "refused")
      throw new CommandFault(result.faults.map(({ problem }) => problem).join("\n"));
    if (json === true) printJson({ added: result.added === 1 });
    else
      say(result.added === 1 ? `${address} is subscribed.` : `${address} was subscribed already.`);
  });
}

async function importList(file: string, { json }: Json): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFault(`${file} cannot be read.`);
  });
  const read = readImport(text, new Date());
  if (read.kind === "faulty") return refuse(file, read.faults);
  const progress = openProgress("lines");
  await withDatabase(async ({ db }, config) => {
    const result = await importSubscribers(db, config.secret, read.rows, (count) =>
      progress.show(count, read.rows.length),
    ).finally(() => progress.end());
    if (result.kind === "refused") return refuse(file, result.faults);
    if (json === true) printJson({ added: result.added, known: result.known });
    else say(`${result.added} added, ${result.known} subscribed already.`);
  });
}

async function exportOne(typed: string): Promise<void> {
  const address = requireAddress(typed);
  await withDatabase(async ({ db }, config) =>
    printJson(await exportSubscriber(db, config.secret, address, new Date())),
  );
}

async function erase(typed: string, { json }: Json): Promise<void> {
  const address = requireAddress(typed);
  await withDatabase(async ({ db }, config) => {
    const secret = config.secret;
    const erasure = await eraseAddress(db, secret, address, new Date(), config.mailFolder);
    await noteDepartures(db, secret, await openInstallationJournal(db, config.journalFolder));
    const purge = await purgeErased(db);
    if (json === true) printJson({ ...erasure, purge });
    else {
      say(
        erasure.wasKnown
          ? "Erased; the editions keep their counts, and a keyed hash keeps imports from bringing the address back."
          : "It was not known; imports will not bring it in.",
      );
      if (erasure.files > 0) say(`${erasure.files} mails written to files were deleted.`);
      const traces = describeTraces(purge);
      if (traces !== undefined) say(traces);
    }
    if (purge.kind === "failed") process.exitCode = EXIT.incomplete;
  });
}

async function allow(typed: string, { json }: Json): Promise<void> {
  const address = requireAddress(typed);
  await withDatabase(async ({ db }, config) => {
    const journal = await openInstallationJournal(db, config.journalFolder);
    const allowed = await allowAddress(db, config.secret, journal, address, new Date());
    if (json === true) printJson({ allowed });
    else
      say(
        allowed
          ? `${address} may subscribe again; the form sends its owner a mail to confirm.`
          : "Nothing stood in its way.",
      );
  });
}

export function addSubscribersCommands(program: Command): void {
  const command = program
    .command("subscribers")
    .description("who gets the digest: list, add, import, export, allow, erase");
  command
    .command("list")
    .description("everybody, with state, consent and soft bounces")
    .addOption(
      new Option("--status <status>", "only these").choices([
        "pending",
        "confirmed",
        "unsubscribed",
      ]),
    )
    .option("--json", "as JSON")
    .action(list)
    .addHelpText("after", "\nExample\n  npm run digest -- subscribers list --status confirmed");
  command
    .command("add")
    .description("subscribe somebody who agreed; asks how, unless --consent says it")
    .argument("<address>")
    .option("--consent <note>", "how the person agreed; kept as the proof")
    .option("--on <day>", "when, such as 2026-03-31; else now")
    .option("--json", "as JSON")
    .action(add)
    .addHelpText(
      "after",
      '\nExample\n  npm run digest -- subscribers add ada@example.org --consent "asked me at the summer school" --on 2026-07-04',
    );
  command
    .command("import")
    .description("take over a list as CSV, all lines or none; lines without consent are refused")
    .argument("<file>", `its first line must be ${IMPORT_HEADER}`)
    .option("--json", "as JSON")
    .action(importList)
    .addHelpText(
      "after",
      `\nExample of a file\n  ${IMPORT_HEADER}\n  ada@example.org,2026-03-31,"Yes, tell me about new papers",https://old.example.org/newsletter\n\nExample\n  npm run digest -- subscribers import list.csv`,
    );
  command
    .command("export")
    .description("everything that is stored about an address, as JSON")
    .argument("<address>")
    .option("--json", "as JSON, which it is anyway")
    .action(exportOne)
    .addHelpText(
      "after",
      "\nExample\n  npm run digest -- subscribers export ada@example.org > ada.json",
    );
  command
    .command("allow")
    .description(
      "let an address that complained or bounced subscribe again, when its owner asks you to",
    )
    .argument("<address>")
    .option("--json", "as JSON")
    .action(allow)
    .addHelpText("after", "\nExample\n  npm run digest -- subscribers allow ada@example.org");
  command
    .command("erase")
    .description("forget an address everywhere: tables, queue, files; counts stay")
    .argument("<address>")
    .option("--json", "as JSON")
    .action(erase)
    .addHelpText("after", "\nExample\n  npm run digest -- subscribers erase ada@example.org");
}
