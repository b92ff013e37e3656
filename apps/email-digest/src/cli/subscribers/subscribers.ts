import { type Command, exitWith, Option } from "@triptych/terminal";
import { IMPORT_HEADER } from "../../subscribers/import/read-import.ts";
import { declareAction } from "../declare-action.ts";
import { add } from "./add.ts";
import { importList } from "./import-list.ts";
import { list } from "./list.ts";
import { allow, erase, exportOne, restore } from "./one-address.ts";

const IMPORT_HELP = `
Example of a file
  ${IMPORT_HEADER}
  ada@example.org,2026-03-31,"Yes, tell me about new papers",https://old.example.org/newsletter`;

function declareBringing(command: Command): void {
  declareAction(
    command
      .command("add")
      .description("subscribe somebody who agreed; asks how, unless --consent says it")
      .argument("<address>")
      .option("--consent <note>", "how they agreed; kept as the proof")
      .option("--on <day>", "when, such as 2026-03-31; else now"),
    exitWith(add),
    'subscribers add ada@example.org --consent "asked me at the summer school" --on 2026-07-04',
  );
  declareAction(
    command
      .command("import")
      .description("take over a list as CSV, all lines or none; lines without consent are refused")
      .argument("<file>", `its first line must be ${IMPORT_HEADER}`)
      .addHelpText("after", IMPORT_HELP),
    exitWith(importList),
    "subscribers import list.csv",
  );
}

function declareOneAddress(command: Command): void {
  const declare = (name: string, does: string) =>
    command.command(name).description(does).argument("<address>");
  declareAction(
    declare("export", "everything that is stored about an address, as JSON with or without --json"),
    exitWith(exportOne),
    "subscribers export ada@example.org > ada.json",
  );
  declareAction(
    declare(
      "allow",
      "let an address that complained or bounced subscribe again, when its owner asks you to",
    ),
    exitWith(allow),
    "subscribers allow ada@example.org",
  );
  declareAction(
    declare(
      "restore",
      "bring back somebody whom bounces took off the list, when their server was wrong",
    ).option("--undo", "take them off again"),
    exitWith(restore),
    "subscribers restore ada@example.org",
  );
  declareAction(
    declare("erase", "forget an address everywhere: tables, queue, files; counts stay"),
    exitWith(erase),
    "subscribers erase ada@example.org",
  );
}

const STATES = ["pending", "confirmed", "unsubscribed"];

export function declareSubscribers(command: Command): void {
  declareAction(
    command
      .command("list")
      .description("everybody, with state, consent and soft bounces")
      .addOption(new Option("--status <status>", "only these").choices(STATES)),
    exitWith(list),
    "subscribers list --status confirmed",
  );
  declareBringing(command);
  declareOneAddress(command);
}
