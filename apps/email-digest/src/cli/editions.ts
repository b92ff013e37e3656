import type { Command } from "commander";
import { listEditions } from "../edition-list.ts";
import { formatEquation } from "./equation.ts";
import { withDatabase } from "./open.ts";
import { print, printJson, say } from "./terminal.ts";

async function editions({ json }: { json?: true }): Promise<void> {
  await withDatabase(async ({ db }) => {
    const rows = await listEditions(db);
    if (json === true) return printJson(rows);
    if (rows.length === 0) return say("Nothing has been sent yet.");
    for (const { number, createdAt, subject, deliveries } of rows) {
      print(`${number}  ${createdAt.toISOString().slice(0, 10)}  ${subject}\n   ${formatEquation(deliveries)}`);
    }
  });
}

export function addEditionsCommand(program: Command): void {
  program
    .command("editions")
    .description("every edition, and how far its mails have come")
    .option("--json", "as JSON")
    .action(editions)
    .addHelpText("after", "\nExample\n  npm run digest -- editions --json");
}
