import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  openTerminal,
  Option,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import type { OpenDatabase } from "../database/open-database.ts";
import { adoptInstallation, claimInstallation, renameOwner } from "../owner/claim-installation.ts";
import { judgeOwner } from "../owner/judge-owner.ts";
import { readOwnRecord } from "../record.ts";
import { requireConfig, withDatabase } from "./open.ts";

interface AdoptOptions {
  yes?: true;
  samePerson?: true;
  json?: true;
}

type Answer = "hand-over" | "same-person" | "nothing";

/** Asks where somebody can answer. @throws CommandFault where nobody can */
async function choose(
  { yes, samePerson, json }: AdoptOptions,
  known: string,
  name: string,
): Promise<Answer> {
  if (samePerson === true) return "same-person";
  if (yes === true) return "hand-over";
  const { ask } = openTerminal({ quiet: json === true });
  if (ask === undefined)
    throw new CommandFault(
      `The digest of ${known} goes to ${name} with --yes; with --same-person ${name} is ${known} ` +
        "under another name, and what is new is mailed as before.",
    );
  const answer = await ask(
    `Hand the digest of ${known} over to ${name}? yes, no, or "same" for one person with ` +
      "another name",
    "no",
  );
  if (/^y(es)?$/i.test(answer)) return "hand-over";
  return /^same$/i.test(answer) ? "same-person" : "nothing";
}

async function adopt({ db }: OpenDatabase, options: AdoptOptions): Promise<ExitCode> {
  const cv = await readOwnRecord(requireConfig().recordFolder);
  const { name } = cv.profile;
  const say = (result: object, text: string) => {
    if (options.json === true) printJson({ owner: name, ...result });
    else note(text);
  };
  const judged = await judgeOwner(db, cv);
  if (judged.kind !== "other") {
    await claimInstallation(db, cv);
    say({ kind: "own" }, `The digest is ${name}'s.`);
    return EXIT.done;
  }
  const answer = await choose(options, judged.known?.name ?? "somebody else", name);
  if (answer === "nothing") {
    note("Nothing was changed.");
    return EXIT.negative;
  }
  if (answer === "same-person") {
    await renameOwner(db, cv);
    say({ kind: "same-person" }, `The digest is ${name}'s, who had another name.`);
    return EXIT.done;
  }
  const { subscribers, held } = await adoptInstallation(db, cv, new Date());
  say(
    { kind: "handed-over", subscribers, held },
    `The digest is ${name}'s now, and everything in the record counts as announced. The ` +
      `${subscribers} people on the list stay on it, who asked for another person's digest: ` +
      "write to them first." +
      (held.length === 0 ? "" : ` On hold, since they are not yours: edition ${held.join(", ")}.`),
  );
  return EXIT.done;
}

const HELP = `
Examples
  CV_DIR=../my-cv npm run digest -- adopt
  CV_DIR=../my-cv npm run digest -- adopt --same-person`;

export function declareAdopt(command: Command): void {
  command
    .addOption(sharedOption("yes"))
    .addOption(
      new Option("--same-person", "the owner has another name and other addresses now").conflicts(
        "yes",
      ),
    )
    .addOption(sharedOption("json", "what became of it, as JSON"))
    .action(
      exitWith((options: AdoptOptions) => withDatabase((database) => adopt(database, options))),
    )
    .addHelpText("after", HELP);
}
