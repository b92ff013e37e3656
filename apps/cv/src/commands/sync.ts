import { planMerge } from "@triptych/exchange/import";
import type { Cv } from "@triptych/schema";
import { access, constants, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  InvalidArgumentError,
  note,
  openTerminal,
  sharedOption,
  type Terminal,
  writeNamed,
} from "@triptych/terminal";
import { lookupPlace, readEnvironment } from "../env.ts";
import { mergeInto } from "../import/import-session.ts";
import { askForEach, dropDeclined, nameOf } from "../import/offer.ts";
import { explainAnswer, openLookup } from "../lookup/lookup-session.ts";
import { type Asked, askSources } from "../sources/ask-sources.ts";
import { collectNews, hasNews, type News, type NewsItem } from "../news/collect-news.ts";
import { formatNews } from "../news/format-news.ts";
import { isSource, listSources, type Source } from "../sources/source.ts";
import { type MergeOptions, requireMarks, UNCHANGED, withMergeOptions } from "./merge-options.ts";
import { chosenFolder, type FolderChoice, requireValid, type Valid } from "./record-source.ts";

interface Options extends MergeOptions, FolderChoice {
  id?: string;
  yes?: true;
  report?: string;
  links?: true;
}

/** Sources that the owner named, or all of which the record says who the owner is there. */
interface Choice {
  sources: readonly Source[];
  isNamed: boolean;
}

/**
 * A source that was not named and knows nobody of that iD has nothing for the owner: few link their
 * ORCID iD with every service.
 */
const isFailed = (one: Asked, { isNamed }: Choice): boolean =>
  one.kind === "failed"
    ? isNamed || one.answer.kind !== "absent"
    : one.kind === "nobody" && isNamed;

function explain(one: Exclude<Asked, { kind: "answered" }>, so: string): string {
  if (one.kind === "nobody") return one.message;
  return one.answer.kind === "absent"
    ? `${one.source} does not know who you are; ${so}.`
    : explainAnswer(one.answer, "your works", so);
}

/** @throws CommandFault where no source lists anything, for the reason of each */
function requireAnswer(asked: readonly Asked[], choice: Choice): void {
  if (asked.some(({ kind }) => kind === "answered")) return;
  const silent = asked.flatMap((one) => (one.kind === "answered" ? [] : one));
  const failed = silent.filter((one) => isFailed(one, choice));
  const told = failed.length > 0 ? failed : silent;
  const isOffline = failed.some(({ kind }) => kind === "failed")
    ? failed.every((one) => one.kind === "failed" && one.answer.kind === "offline")
    : undefined;
  throw new CommandFault(
    told.map((one) => explain(one, "nothing was changed")).join("\n"),
    isOffline === undefined ? EXIT.misused : isOffline ? EXIT.offline : EXIT.negative,
  );
}

/** What the sources list for the owner, and how each of them answered. */
async function gather(choice: Choice, cv: Cv, options: Options, terminal: Terminal) {
  const { profile } = cv;
  const place = lookupPlace(readEnvironment());
  const lookup = await openLookup({ flags: options, profile, terminal, place });
  const result = await askSources(choice.sources, {
    ...lookup,
    cv,
    id: options.id,
    onSource: (source) => terminal.progress.show(`Asking ${source} …`),
    onWork: (done, all) => terminal.progress.show(`Looking up work ${done} of ${all} …`),
  });
  terminal.progress.end();
  requireAnswer(result.asked, choice);
  for (const one of result.asked)
    if (one.kind === "failed" || (one.kind === "nobody" && choice.isNamed))
      note(explain(one, "the others go on"));
  return result;
}

/** Addresses of the record that lead nowhere, each with its line. */
async function findDead({ cv, locate }: Valid): Promise<NewsItem[]> {
  // Few ask for it, and the rest is quicker without.
  const [{ linkWarnings }, { isDead }, { testRecord }] = await Promise.all([
    import("../links/link-warnings.ts"),
    import("../links/test-link.ts"),
    import("../links/test-record.ts"),
  ]);
  const tested = await testRecord(cv, lookupPlace(readEnvironment()).base);
  return linkWarnings(tested.filter(({ outcome }) => isDead(outcome)))
    .map(locate)
    .map(({ file, line, message }) => ({ what: `${file}:${line}`, details: [message] }));
}

/** @throws CommandFault before anything is changed, where the report could not be written then */
async function requireFolderOf(file: string): Promise<void> {
  await access(dirname(resolve(file)), constants.W_OK).catch(() => {
    throw new CommandFault(
      `${file} cannot be written: its folder does not exist or is not yours; nothing was changed.`,
      EXIT.misused,
    );
  });
}

/** Writes what there is to tell; where there is nothing, the report of last time stays. */
async function writeReport(file: string, news: News, asked: readonly Asked[]): Promise<void> {
  if (!hasNews(news)) return;
  const silent = asked.flatMap((one) =>
    one.kind === "failed" ? explain(one, "it is asked again next time") : [],
  );
  await writeNamed(file, () => writeFile(resolve(file), formatNews(news, silent)));
  note(`${file} says what is new.`);
}

async function sync(named: readonly Source[], options: Options): Promise<ExitCode> {
  const { json = false, yes = false, alias: aliases = [] } = options;
  if (options.id !== undefined && named.length !== 1)
    throw new CommandFault("--id says who you are at one source; name that source.", EXIT.misused);
  const isNamed = named.length > 0;
  const choice = { sources: isNamed ? [...new Set(named)] : listSources(), isNamed };
  if (options.report !== undefined) await requireFolderOf(options.report);
  const terminal = openTerminal({ quiet: json });
  const folder = chosenFolder(undefined, options);
  const valid = await requireValid(folder, UNCHANGED);
  const { cv } = valid;
  const { asked, readings: found } = await gather(choice, cv, options, terminal);
  const marks = await requireMarks(found, options, terminal);
  const plan = planMerge(cv, found, { marks, aliases, isAttributed: true });
  const offers = plan.outcomes.filter(({ kind }) => kind !== "unchanged");
  const dead = options.links === true ? await findDead(valid) : [];
  const news = collectNews({ before: cv, plan, readings: found, dead });
  const { ask } = terminal;
  const dryRun = !yes && ask === undefined;
  const declined =
    yes || ask === undefined ? new Set<string>() : await askForEach(found, plan, ask);
  if (!json && ask === undefined) for (const offer of offers) terminal.print(nameOf(found, offer));
  const readings = dropDeclined(found, declined);
  await mergeInto(
    cv,
    { folder, readings, marks, aliases, isAttributed: true, dryRun, json, more: { asked, news } },
    terminal,
  );
  if (options.report !== undefined) await writeReport(options.report, news, asked);
  if (dryRun && offers.length > 0 && !json) terminal.print("To add all of this: --yes.");
  return asked.some((one) => isFailed(one, choice)) ? EXIT.negative : EXIT.done;
}

function readSource(text: string, before: readonly Source[] = []): Source[] {
  if (isSource(text)) return [...before, text];
  throw new InvalidArgumentError(`Known are ${listSources().join(", ")}.`);
}

export function declareSync(command: Command): void {
  withMergeOptions(
    command
      .description(
        "show what services list for you and the record lacks, and add what you accept. " +
          "Outside a terminal it only shows, unless --yes is given.",
      )
      .argument(
        "[source...]",
        `${listSources().join(", ")}; else all of which the profile says who you are there`,
        readSource,
        [],
      ),
  )
    .option(
      "--id <id>",
      "who you are at the one source: an ORCID iD, an author of OpenAlex (A…) or arXiv " +
        "(testwell_e_1), a person of DBLP (12/3456), users/N or groups/N of Zotero; else the " +
        "profile says it",
    )
    .addOption(sharedOption("dir"))
    .addOption(sharedOption("yes", "add all of it without asking"))
    .option("--report <file>", "write what is new as Markdown, if anything is")
    .option("--links", "also test every address of the record")
    .addHelpText(
      "after",
      "\nA source that does not answer keeps nothing of the others from you.\n\n" +
        "Exit codes: 0 done, 1 a source refuses or the record has faults, 2 nobody is named, " +
        "3 there is no connection.",
    )
    .action(exitWith(sync));
}
