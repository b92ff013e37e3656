import { type LoadResult, sortFaults } from "@triptych/data";
import type { Command } from "commander";
import process from "node:process";
import { formatReport, formatReportJson } from "../record/check-report.ts";
import { listLinks } from "../links/list-links.ts";
import { linkWarnings } from "../links/link-warnings.ts";
import { testLinks } from "../links/test-links.ts";
import { reviewRecord } from "../review/review-record.ts";
import type { Warning } from "../review/warning.ts";
import { FOLDER, load } from "../record/record-source.ts";
import { paintFor, print, showProgress } from "../terminal/output.ts";

interface Options {
  json?: true;
  strict?: true;
  links?: true;
}

type Valid = Extract<LoadResult, { kind: "valid" }>;

/** A person's patience and a server's: an answer in 15 s, a host at most every half second. */
const POLITE = {
  timeout: 15_000,
  pause: 500,
  hosts: 6,
  userAgent: "Triptych link check (a person's own CV; HEAD, then GET)",
} as const;

async function reviewLinks({ cv }: Valid): Promise<Warning[]> {
  const links = listLinks(cv);
  return linkWarnings(
    await testLinks(links, {
      ...POLITE,
      onProgress: (done, all) => showProgress(`addresses ${done} of ${all}`, done === all),
    }),
  );
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

async function check(folder: string | undefined, options: Options): Promise<void> {
  const loaded = await load(folder);
  const result = loaded.kind === "valid" ? await review(loaded, options) : loaded;
  print(
    options.json === true
      ? formatReportJson(result)
      : formatReport(result, paintFor(process.stdout)),
  );
  const isStrict = options.strict === true && result.warnings.length > 0;
  process.exitCode = result.kind === "faulty" || isStrict ? 1 : 0;
}

const HELP = `
Warned about: figures the record does not bear out, works that are probably one, authors that look like one person under two names,
venues and people that nothing refers to, titles in capitals, dates that can hardly be true, broken encodings, leftovers of LaTeX and HTML.

Examples:
  cv check                       the record that comes with the project, or CV_DIR
  cv check my-record --strict    warnings fail too, for use before publishing
  cv check --links               asks each address whether it still leads somewhere

Exit codes: 0 valid, 1 faults (or warnings with --strict).`;

export function registerCheck(program: Command): void {
  program
    .command("check")
    .description(
      "print every fault as file:line:column  path  message; exit 1 if there is one. Warnings do not fail.",
    )
    .argument("[dir]", FOLDER)
    .option("--json", "print { valid, faults, warnings } as JSON")
    .option("--strict", "exit 1 for warnings as well")
    .option("--links", "also test every address of the record; needs a network")
    .addHelpText("after", HELP)
    .action(check);
}
