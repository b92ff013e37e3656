import { type MergePlan, planMerge } from "@triptych/exchange/import";
import { Cv, Profile } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  openTerminal,
  printJson,
  repeated,
  type Terminal,
} from "@triptych/terminal";
import { writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import { commitChanges } from "../edit/record-commit.ts";
import { draftChanges } from "../edit/record-draft.ts";
import { formatValue } from "../edit/record-text.ts";
import { lookupPlace, readEnvironment } from "../env.ts";
import { describeImport, formatImport } from "../import/import-report.ts";
import { reportPointers } from "../import/import-session.ts";
import { createFolder, isFree } from "../init/create-folder.ts";
import { nameSchema } from "../init/name-schema.ts";
import { rememberPlace } from "../init/remember-place.ts";
import { type OwnerOptions, type SettledProfile, settleProfile } from "../init/settle-profile.ts";
import { listTodos, PLACEHOLDER } from "../init/todo-list.ts";
import { completeReadings } from "../lookup/lookup-session.ts";
import { type ReadOptions, requireReadings, withReadOptions } from "./import.ts";
import { lookupFault, requireMarks } from "./merge-options.ts";

interface Options extends ReadOptions, OwnerOptions {
  from?: string[];
}

/** Everything a new record is made of. */
interface NewRecord extends SettledProfile {
  plan: MergePlan;
}

function requireProfile(profile: Record<string, unknown>): Profile {
  const parsed = Profile.safeParse(profile);
  if (parsed.success) return parsed.data;
  throw new CommandFault(
    parsed.error.issues
      .map(({ path, message }) => `${path.map(String).join(".")} ${message}`)
      .join("\n"),
    EXIT.misused,
  );
}

/** @throws CommandFault where a file cannot be read, or nobody says whose the works are */
async function gather(options: Options, terminal: Terminal): Promise<NewRecord> {
  const found = await requireReadings(options.from ?? [], options, terminal);
  const settled = await settleProfile(options, found, terminal);
  const hasWorks = found.some(({ reading }) => reading.found.some(({ kind }) => kind === "work"));
  if (hasWorks && settled.profile["name"] === PLACEHOLDER)
    throw new CommandFault("The files do not say whose works they are; give --name.", EXIT.misused);
  const profile = requireProfile(settled.profile);
  const place = lookupPlace(readEnvironment());
  const completed =
    options.offline === true
      ? { kind: "found" as const, readings: found }
      : await completeReadings(found, { flags: options, profile, terminal, place });
  if (completed.kind !== "found")
    throw lookupFault(completed, "the works", " With --offline these works are left out.");
  const { readings } = completed;
  const marks = await requireMarks(readings, options, terminal);
  const empty = Cv.parse({ profile: settled.profile });
  return {
    ...settled,
    plan: planMerge(empty, readings, { marks, aliases: options.alias ?? [] }),
  };
}

async function fill(draft: string, { profile, plan }: NewRecord): Promise<void> {
  await writeFile(
    join(draft, "profile.yaml"),
    `# Who the record is about.\n${formatValue({ profile })}\n`,
  );
  const drafted = await draftChanges(draft, plan.edits);
  const outcome =
    drafted.kind === "faulty" ? drafted : await commitChanges(draft, drafted.changes, plan.cv);
  if (outcome.kind !== "written")
    throw new Error(`A new record came out faulty: ${JSON.stringify(outcome)}`);
  await nameSchema(draft);
}

/** @param settings the file that says from now on where the record is, where there is one */
function report(
  folder: string,
  { note, plan }: NewRecord,
  settings: string | undefined,
  terminal: Terminal,
): void {
  if (note !== undefined) terminal.print(terminal.paint("yellow", note));
  if (plan.read > 0) terminal.print(formatImport(plan, terminal.paint));
  const todos = listTodos(plan.cv);
  const shown = relative(process.cwd(), folder) || ".";
  terminal.print(`\n${terminal.paint("green", `${shown} holds a record that passes the check.`)}`);
  if (todos.length > 0)
    terminal.print(
      `What you may want to complete:\n${todos.map((todo) => `  - ${todo}`).join("\n")}`,
    );
  terminal.print(
    settings === undefined
      ? `Next: CV_DIR=${shown} npm start shows your site.`
      : `Next: npm start shows your site; ${settings} says from now on where your record is.`,
  );
}

async function init(dir: string, options: Options): Promise<void> {
  const isJson = options.json === true;
  const terminal = openTerminal({ quiet: isJson });
  const folder = resolve(process.cwd(), dir);
  if (!(await isFree(folder)))
    throw new CommandFault(
      `${dir} is not an empty folder; name a new one. To add to a record that exists: import ` +
        `FILE --dir ${dir}.`,
      EXIT.misused,
    );
  const created = await gather(options, terminal);
  const { plan } = created;
  try {
    await createFolder(folder, (draft) => fill(draft, created));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new CommandFault(`${dir} cannot be made: ${error.message}`);
  }
  reportPointers(plan);
  const settings = await rememberPlace(folder, readEnvironment().TRIPTYCH_SETTINGS);
  if (isJson) printJson({ folder, ...describeImport(plan), complete: listTodos(plan.cv) });
  else report(folder, created, settings, terminal);
}

export function declareInit(command: Command): void {
  withReadOptions(
    command
      .description(
        "make a new content folder: from nothing, or from files you have. In a terminal it " +
          "asks; elsewhere it takes options and defaults.",
      )
      .argument("<folder>", "the folder to make; it must not exist, or be empty")
      .option("--from <file>", "a file to take over; may be given more than once", repeated)
      .option("--name <name>", "your name; else that of the files, else it is asked for")
      .option("--email <address>", "your e-mail address")
      .option("--orcid <id>", "your ORCID iD"),
  )
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the folder cannot be written, 2 the folder, a file or an " +
        "option cannot be used, 3 there is no connection.",
    )
    .action(exitWith(init));
}
