import { contentFolder } from "@triptych/data";
import { IMPORT_FORMATS } from "@triptych/exchange/import";
import type { Command } from "commander";
import process from "node:process";
import { readEnvironment } from "../env.ts";
import { EXIT, exitAsUsage, loadOrTell, mergeInto } from "../import/import-session.ts";
import { readSources } from "../import/import-source.ts";
import {
  completeReadings,
  explainAnswer,
  type LookupFlags,
  withLookupFlags,
} from "../lookup/lookup-session.ts";
import { settleMarks } from "../import/mark-question.ts";
import { openTerminal } from "../terminal/terminal.ts";
import { collectAlias } from "./repeated-flag.ts";

export interface ImportFlags extends LookupFlags {
  offline?: true;
  format?: string;
  into?: string;
  marks?: string;
  alias?: string[];
  dryRun?: true;
  json?: true;
}

async function runImport(files: string[], flags: ImportFlags): Promise<number> {
  const terminal = openTerminal({ quiet: flags.json === true });
  const folder = contentFolder(flags.into ?? readEnvironment().CV_DIR, process.cwd());
  const cv = await loadOrTell(folder, terminal);
  if (cv === undefined) return EXIT.faulty;
  const sources = await readSources(files, flags.format, (file) =>
    terminal.progress(`Reading ${file} …`),
  );
  terminal.progress("");
  if (sources.kind === "unreadable") {
    terminal.note(sources.message);
    return EXIT.usage;
  }
  const completed =
    flags.offline === true
      ? { kind: "found" as const, readings: sources.readings }
      : await completeReadings(sources.readings, flags, cv.profile, terminal);
  if (completed.kind !== "found") {
    terminal.note(explainAnswer(completed, "the works"));
    return EXIT.offline;
  }
  const marks = await settleMarks(completed.readings, flags.marks, terminal);
  if (marks.kind === "unknown") {
    terminal.note(marks.message);
    return EXIT.usage;
  }
  const { dryRun = false, json = false, alias = [] } = flags;
  return mergeInto(
    cv,
    { folder, readings: completed.readings, marks: marks.marks, aliases: alias, dryRun, json },
    terminal,
  );
}

/** The flags that every reading of foreign files has. */
export function withImportFlags(command: Command): Command {
  return withLookupFlags(command)
    .option(
      "--offline",
      "leave out works that a file names by a DOI or arXiv identifier alone, instead of looking them up",
    )
    .option(
      "--format <format>",
      `one of ${Object.keys(IMPORT_FORMATS).join(", ")}; else it is recognised`,
    )
    .option(
      "--marks <marks>",
      "what signs at names mean, such as '*=equal,†=corresponding'; also ignore",
    )
    .option(
      "--alias <name>",
      "a form in which your name is printed; may be given more than once",
      collectAlias,
    )
    .option("--json", "print the report as JSON");
}

export function registerImport(program: Command): void {
  withImportFlags(
    exitAsUsage(program.command("import"))
      .description(
        "add what files hold to the record: new entries, and what is new about known ones. Nothing that the record says is changed.",
      )
      .argument(
        "<file...>",
        "BibTeX, BibLaTeX, RIS, PubMed, EndNote XML, CSL-JSON, JSON Resume, RenderCV, ORCID or a list of DOIs; - is the standard input",
      ),
  )
    .option(
      "--into <dir>",
      "content folder; else CV_DIR, else the record that comes with the project",
    )
    .option("--dry-run", "show what would change and write nothing")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the record has or would have faults, 2 a file or a flag cannot be read, 3 there is no connection.",
    )
    .action(async (files: string[], flags: ImportFlags) => {
      process.exitCode = await runImport(files, flags);
    });
}
