import { loadCv, type LoadResult, sortFaults } from "@triptych/data";
import {
  type Command,
  EXIT,
  type ExitCode,
  exitWith,
  paintFor,
  print,
  sharedOption,
} from "@triptych/terminal";
import process from "node:process";
import { formatReport, formatReportJson } from "../record/check-report.ts";
import { reviewRecord } from "../review/review-record.ts";
import type { Warning } from "../review/warning.ts";
import { chosenFolder, type FolderChoice, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  json?: true;
  strict?: true;
  links?: true;
}

type Valid = Extract<LoadResult, { kind: "valid" }>;

async function reviewLinks({ cv }: Valid): Promise<Warning[]> {
  // Few ask for it, and the check is quicker without.
  const [{ linkWarnings }, { testRecord }] = await Promise.all([
    import("../links/link-warnings.ts"),
    import("../links/test-record.ts"),
  ]);
  const tested = await testRecord(cv);
  return linkWarnings(tested);
}

/** A valid record with everything that looks wrong in it. */
async function review(result: Valid, { links }: Options): Promise<Valid> {
  const today = new Date().toISOString().slice(0, 10);
  const found = [
    ...reviewRecord(result.cv, today),
    ...(links === true ? await reviewLinks(result) : []),
  ];
  return { ...result, warnings: sortFaults([...result.warnings, ...found.map(result.locate)]) };
}

async function check(folder: string | undefined, options: Options): Promise<ExitCode> {
  const loaded = await loadCv(chosenFolder(folder, options));
  const result = loaded.kind === "valid" ? await review(loaded, options) : loaded;
  print(
    options.json === true
      ? formatReportJson(result)
      : formatReport(result, paintFor(process.stdout)),
  );
  const isStrict = options.strict === true && result.warnings.length > 0;
  return result.kind === "faulty" || isStrict ? EXIT.negative : EXIT.done;
}

const HELP = `
Warned about: figures the record does not bear out, works that are probably one, authors that look like one person under two names,
venues and people that nothing refers to, titles in capitals, dates that can hardly be true, broken encodings, leftovers of LaTeX and HTML.

Examples:
  cv check                       the record that comes with the project, or CV_DIR
  cv check my-record --strict    warnings fail too, for use before publishing
  cv check --links               asks each address whether it still leads somewhere

Exit codes: 0 valid, 1 faults (or warnings with --strict).`;

export function declareCheck(command: Command): void {
  withFolder(
    command.description(
      "print every fault as file:line:column  path  message; exit 1 if there is one. Warnings " +
        "do not fail.",
    ),
  )
    .addOption(sharedOption("json", "print { valid, faults, warnings } as JSON"))
    .option("--strict", "exit 1 for warnings as well")
    .option("--links", "also test every address of the record; needs a network")
    .addHelpText("after", HELP)
    .action(exitWith(check));
}
