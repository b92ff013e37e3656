import { planMerge, type SourcedReading } from "@triptych/exchange/import";
import type { Cv } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  InvalidArgumentError,
  openTerminal,
  sharedOption,
  type Terminal,
} from "@triptych/terminal";
import { lookupPlace, readEnvironment } from "../env.ts";
import { mergeInto } from "../import/import-session.ts";
import { openLookup } from "../lookup/lookup-session.ts";
import { lookUpOwner, type Service, SERVICES } from "../lookup/owner-lookup.ts";
import { askForEach, keepAccepted, nameOf, placeOf } from "../import/offer.ts";
import {
  lookupFault,
  type MergeOptions,
  requireMarks,
  UNCHANGED,
  withMergeOptions,
} from "./merge-options.ts";
import { chosenFolder, type FolderChoice, requireRecord } from "./record-source.ts";

interface Options extends MergeOptions, FolderChoice {
  id?: string;
  yes?: true;
}

/** What the service lists for the owner. @throws CommandFault where it lists nothing */
async function requireWorks(
  service: Service,
  cv: Cv,
  options: Options,
  terminal: Terminal,
): Promise<SourcedReading[]> {
  const { profile } = cv;
  const place = lookupPlace(readEnvironment());
  const { client, contact } = await openLookup({ flags: options, profile, terminal, place });
  terminal.progress.show(`Asking ${service} …`);
  const onWork = (done: number, all: number) =>
    terminal.progress.show(`Looking up work ${done} of ${all} …`);
  const result = await lookUpOwner(service, { client, profile, id: options.id, contact, onWork });
  terminal.progress.end();
  if (result.kind === "found") return result.readings;
  if (result.kind === "nobody") throw new CommandFault(result.message, EXIT.misused);
  throw lookupFault(result, "your works");
}

async function sync(service: Service, options: Options): Promise<void> {
  const { json = false, yes = false, alias: aliases = [] } = options;
  const terminal = openTerminal({ quiet: json });
  const folder = chosenFolder(undefined, options);
  const cv = await requireRecord(folder, UNCHANGED);
  const found = await requireWorks(service, cv, options, terminal);
  const marks = await requireMarks(found, options, terminal);
  const offers = planMerge(cv, found, { marks, aliases }).outcomes.filter(
    ({ kind }) => kind !== "unchanged",
  );
  const { ask } = terminal;
  const dryRun = !yes && ask === undefined;
  const accepted =
    yes || ask === undefined ? new Set(offers.map(placeOf)) : await askForEach(found, offers, ask);
  if (!json && ask === undefined) for (const offer of offers) terminal.print(nameOf(found, offer));
  const readings = keepAccepted(found, accepted);
  await mergeInto(cv, { folder, readings, marks, aliases, dryRun, json }, terminal);
  if (dryRun && offers.length > 0 && !json) terminal.print("To add all of this: --yes.");
}

function readService(text: string): Service {
  const service = SERVICES.find((known) => known === text);
  if (service === undefined) throw new InvalidArgumentError(`Known are ${SERVICES.join(", ")}.`);
  return service;
}

export function declareSync(command: Command): void {
  withMergeOptions(
    command
      .description(
        "show what a service lists for you and the record lacks, and add what you accept. " +
          "Outside a terminal it only shows, unless --yes is given.",
      )
      .argument("<service>", SERVICES.join(", "), readService),
  )
    .option(
      "--id <id>",
      "who you are there: an ORCID iD, an author of OpenAlex (A…), a person of DBLP " +
        "(12/3456); else the profile says it",
    )
    .addOption(sharedOption("dir"))
    .addOption(sharedOption("yes", "add all of it without asking"))
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the service refuses or the record has faults, 2 nobody is " +
        "named, 3 there is no connection.",
    )
    .action(exitWith(sync));
}
