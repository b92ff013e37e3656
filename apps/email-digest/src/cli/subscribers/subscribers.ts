import { type Command, exitWith, Option, sharedOption } from "@triptych/terminal";
import { IMPORT_HEADER } from "../../subscribers/import/read-import.ts";
import { add } from "./add.ts";
import { importList } from "./import-list.ts";
import { list } from "./list.ts";
import { allow, erase, exportOne } from "./one-address.ts";

const IMPORT_HELP = `
Example of a file
  ${IMPORT_HEADER}
  ada@example.org,2026-03-31,"Yes, tell me about new papers",https://old.example.org/newsletter

Example
  npm run digest -- subscribers import list.csv`;

const ADD_HELP = `
Example
  npm run digest -- subscribers add ada@example.org --consent "asked me at the summer school" --on 2026-07-04`;

function declareBringing(command: Command): void {
  command
    .command("add")
    .description("subscribe somebody who agreed; asks how, unless --consent says it")
    .argument("<address>")
    .option("--consent <note>", "how they agreed; kept as the proof")
    .option("--on <day>", "when, such as 2026-03-31; else now")
    .addOption(sharedOption("json"))
    .action(exitWith(add))
    .addHelpText("after", ADD_HELP);
  command
    .command("import")
    .description("take over a list as CSV, all lines or none; lines without consent are refused")
    .argument("<file>", `its first line must be ${IMPORT_HEADER}`)
    .addOption(sharedOption("json"))
    .action(exitWith(importList))
    .addHelpText("after", IMPORT_HELP);
}

function declareOneAddress(command: Command): void {
  const example = (line: string) => `\nExample\n  npm run digest -- subscribers ${line}`;
  command
    .command("export")
    .description("everything that is stored about an address, as JSON")
    .argument("<address>")
    .addOption(sharedOption("json", "as JSON, which it is anyway"))
    .action(exitWith(exportOne))
    .addHelpText("after", example("export ada@example.org > ada.json"));
  command
    .command("allow")
    .description(
      "let an address that complained or bounced subscribe again, when its owner asks you to",
    )
    .argument("<address>")
    .addOption(sharedOption("json"))
    .action(exitWith(allow))
    .addHelpText("after", example("allow ada@example.org"));
  command
    .command("erase")
    .description("forget an address everywhere: tables, queue, files; counts stay")
    .argument("<address>")
    .addOption(sharedOption("json"))
    .action(exitWith(erase))
    .addHelpText("after", example("erase ada@example.org"));
}

export function declareSubscribers(command: Command): void {
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
    .addOption(sharedOption("json"))
    .action(exitWith(list))
    .addHelpText("after", "\nExample\n  npm run digest -- subscribers list --status confirmed");
  declareBringing(command);
  declareOneAddress(command);
}
