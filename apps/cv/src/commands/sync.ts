import { contentFolder } from "@triptych/data";
import { type EntryOutcome, planMerge, type SourcedReading } from "@triptych/exchange/import";
import { Command, InvalidArgumentError } from "commander";
import process from "node:process";
import { readEnvironment } from "../env.ts";
import { EXIT, exitAsUsage, loadOrTell, mergeInto } from "../import/import-session.ts";
import {
  explainAnswer,
  type LookupFlags,
  openLookup,
  withLookupFlags,
} from "../lookup/lookup-session.ts";
import { lookUpOwner, type Service, SERVICES } from "../lookup/owner-lookup.ts";
import { settleMarks } from "../import/mark-question.ts";
import { openTerminal, type Terminal } from "../terminal/terminal.ts";
import { collectAlias } from "./repeated-flag.ts";

interface SyncFlags extends LookupFlags {
  into?: string;
  id?: string;
  alias?: string[];
  marks?: string;
  yes?: true;
  json?: true;
}

const placeOf = ({ file, key, line }: { file: string; key: string; line: number }) =>
  JSON.stringify([file, key, line]);

/** What an entry is called when it is offered. */
function nameOf(readings: readonly SourcedReading[], outcome: EntryOutcome): string {
  const entry = readings
    .filter(({ file }) => file === outcome.file)
    .flatMap(({ reading }) => reading.found)
    .find(({ key, line }) => key === outcome.key && line === outcome.line);
  const titleOf = (value: Record<string, unknown>) =>
    [value["title"], value["degree"]].find((text) => typeof text === "string") ?? outcome.key;
  const title =
    entry?.kind === "work"
      ? entry.work.title
      : entry?.kind === "part"
        ? `${entry.list}: ${titleOf(entry.value)}`
        : outcome.id;
  return outcome.kind === "added"
    ? `new  ${title}`
    : `changed  ${title} (${outcome.what?.join(", ") ?? outcome.id})`;
}

/** Places of the entries the owner accepts, one by one or all from there on. */
async function askForEach(
  readings: readonly SourcedReading[],
  offers: readonly EntryOutcome[],
  ask: NonNullable<Terminal["ask"]>,
): Promise<Set<string>> {
  const accepted = new Set<string>();
  let isAll = false;
  for (const offer of offers) {
    const answer = isAll
      ? "yes"
      : await ask(`${nameOf(readings, offer)}\n  Add it? (yes, no, all, quit)`, "yes");
    if (/^q/i.test(answer)) break;
    isAll ||= /^a/i.test(answer);
    if (isAll || /^y/i.test(answer)) accepted.add(placeOf(offer));
  }
  return accepted;
}

const keepAccepted = (
  readings: readonly SourcedReading[],
  accepted: ReadonlySet<string>,
): SourcedReading[] =>
  readings.map(({ file, reading }) => ({
    file,
    reading: {
      ...reading,
      found: reading.found.filter((entry) => accepted.has(placeOf({ ...entry, file }))),
    },
  }));

async function runSync(service: Service, flags: SyncFlags): Promise<number> {
  const terminal = openTerminal({ quiet: flags.json === true });
  const folder = contentFolder(flags.into ?? readEnvironment().CV_DIR, process.cwd());
  const cv = await loadOrTell(folder, terminal);
  if (cv === undefined) return EXIT.faulty;
  const { client, contact } = await openLookup(flags, cv.profile, terminal);
  terminal.progress(`Asking ${service} …`);
  const onWork = (done: number, all: number) =>
    terminal.progress(`Looking up work ${done} of ${all} …`);
  const result = await lookUpOwner(client, service, cv.profile, { id: flags.id, contact, onWork });
  terminal.progress("");
  if (result.kind === "nobody") {
    terminal.note(result.message);
    return EXIT.usage;
  }
  if (result.kind !== "found") {
    terminal.note(explainAnswer(result, "your works"));
    return result.kind === "offline" ? EXIT.offline : EXIT.faulty;
  }
  const marks = await settleMarks(result.readings, flags.marks, terminal);
  if (marks.kind === "unknown") {
    terminal.note(marks.message);
    return EXIT.usage;
  }
  const options = { marks: marks.marks, aliases: flags.alias ?? [] };
  const offers = planMerge(cv, result.readings, options).outcomes.filter(
    ({ kind }) => kind !== "unchanged",
  );
  const isDry = flags.yes !== true && terminal.ask === undefined;
  const accepted =
    flags.yes === true || terminal.ask === undefined
      ? new Set(offers.map(placeOf))
      : await askForEach(result.readings, offers, terminal.ask);
  if (flags.json !== true && terminal.ask === undefined)
    for (const offer of offers) terminal.print(nameOf(result.readings, offer));
  const readings = keepAccepted(result.readings, accepted);
  const code = await mergeInto(
    cv,
    { folder, readings, ...options, dryRun: isDry, json: flags.json === true },
    terminal,
  );
  if (isDry && offers.length > 0 && flags.json !== true)
    terminal.print("To add all of this: --yes.");
  return code;
}

function readService(text: string): Service {
  const service = SERVICES.find((known) => known === text);
  if (service === undefined) throw new InvalidArgumentError(`Known are ${SERVICES.join(", ")}.`);
  return service;
}

export function registerSync(program: Command): void {
  withLookupFlags(
    exitAsUsage(program.command("sync"))
      .description(
        "show what a service lists for you and the record lacks, and add what you accept. Outside a terminal it only shows, unless --yes is given.",
      )
      .argument("<service>", SERVICES.join(", "), readService),
  )
    .option(
      "--id <id>",
      "who you are there: an ORCID iD, an author of OpenAlex (A…), a person of DBLP (12/3456); else the profile says it",
    )
    .option(
      "--into <dir>",
      "content folder; else CV_DIR, else the record that comes with the project",
    )
    .option(
      "--alias <name>",
      "a form in which your name is printed; may be given more than once",
      collectAlias,
    )
    .option(
      "--marks <marks>",
      "what signs at names mean, such as '*=equal,†=corresponding'; also ignore",
    )
    .option("--yes", "add all of it without asking")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the service refuses or the record has faults, 2 nobody is named, 3 there is no connection.",
    )
    .action(async (service: Service, flags: SyncFlags) => {
      process.exitCode = await runSync(service, flags);
    });
}
