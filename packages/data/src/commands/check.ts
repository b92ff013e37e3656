import type { Command } from "commander";
import process from "node:process";
import { formatReport, formatReportJson } from "../check-report.ts";
import { FOLDER, load } from "./record-source.ts";
import { paintFor, print } from "./terminal.ts";

async function check(folder: string | undefined, { json }: { json?: true }): Promise<void> {
  const result = await load(folder);
  print(json === true ? formatReportJson(result) : formatReport(result, paintFor(process.stdout)));
  process.exitCode = result.kind === "valid" ? 0 : 1;
}

export function registerCheck(program: Command): void {
  program
    .command("check")
    .description("print every fault as file:line:column  path  message; exit 1 if there is one. Warnings do not fail.")
    .argument("[dir]", FOLDER)
    .option("--json", "print { valid, faults, warnings } as JSON")
    .action(check);
}
