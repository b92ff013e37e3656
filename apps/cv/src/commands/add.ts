import { contentFolder } from "@triptych/data";
import type { SourcedReading } from "@triptych/exchange/import";
import type { Command } from "commander";
import process from "node:process";
import { readEnvironment } from "../env.ts";
import { EXIT, exitAsUsage, loadOrTell, mergeInto } from "../import/import-session.ts";
import {
  explainAnswer,
  type LookupFlags,
  openLookup,
  withLookupFlags,
} from "../lookup/lookup-session.ts";
import { readWorkId } from "../lookup/work-id.ts";
import { lookUpWork } from "../lookup/work-lookup.ts";
import { settleMarks } from "../import/mark-question.ts";
import { openTerminal } from "../terminal/terminal.ts";
import { collectAlias } from "./repeated-flag.ts";

interface AddFlags extends LookupFlags {
  into?: string;
  alias?: string[];
  marks?: string;
  dryRun?: true;
  json?: true;
}

async function runAdd(texts: string[], flags: AddFlags): Promise<number> {
  const terminal = openTerminal({ quiet: flags.json === true });
  const ids = texts.map((text) => ({ text, id: readWorkId(text) }));
  const unknown = ids.find(({ id }) => id === undefined);
  if (unknown !== undefined) {
    terminal.note(
      `${unknown.text} is no DOI, arXiv identifier, ISBN, work of OpenAlex or key of DBLP; nothing was changed.`,
    );
    return EXIT.usage;
  }
  const folder = contentFolder(flags.into ?? readEnvironment().CV_DIR, process.cwd());
  const cv = await loadOrTell(folder, terminal);
  if (cv === undefined) return EXIT.faulty;
  const { client } = await openLookup(flags, cv.profile, terminal);
  const readings: SourcedReading[] = [];
  for (const { text, id } of ids) {
    if (id === undefined) continue;
    terminal.progress(`Looking up ${text} …`);
    const result = await lookUpWork(client, id);
    if (result.kind !== "found") {
      terminal.progress("");
      terminal.note(explainAnswer(result, text));
      return result.kind === "offline" ? EXIT.offline : EXIT.faulty;
    }
    readings.push(result.reading);
  }
  terminal.progress("");
  const marks = await settleMarks(readings, flags.marks, terminal);
  if (marks.kind === "unknown") {
    terminal.note(marks.message);
    return EXIT.usage;
  }
  const { dryRun = false, json = false, alias = [] } = flags;
  return mergeInto(
    cv,
    { folder, readings, marks: marks.marks, aliases: alias, dryRun, json },
    terminal,
  );
}

export function registerAdd(program: Command): void {
  withLookupFlags(
    exitAsUsage(program.command("add"))
      .description("look works up and add them to the record, all or none")
      .argument(
        "<id...>",
        "a DOI, an arXiv identifier or address, an ISBN, a work of OpenAlex (W…), a key of DBLP (conf/icml/…)",
      ),
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
    .option("--dry-run", "show what would change and write nothing")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the work is not known or the record has faults, 2 the identifier cannot be read, 3 there is no connection.",
    )
    .action(async (ids: string[], flags: AddFlags) => {
      process.exitCode = await runAdd(ids, flags);
    });
}
