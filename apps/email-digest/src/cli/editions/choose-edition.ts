import type { Cv } from "@triptych/schema";
import { type Command, CommandFault, Option, sharedOption } from "@triptych/terminal";
import { composeEdition, type Edition, milestonesBefore } from "@triptych/view";
import { readLeftOut, type Unpublished } from "../../editions/unpublished.ts";
import { judgeOwner } from "../../owner/judge-owner.ts";
import { OtherOwner } from "../../owner/other-owner.ts";
import { readCv, readOwnRecord } from "../../record.ts";
import { requireConfig, withDatabase } from "../open.ts";
import { language } from "../../words.ts";

export interface EditionChoice {
  dir?: string;
  since?: string;
  everything?: true;
}

export function addEditionChoice(command: Command): Command {
  return command
    .addOption(sharedOption("dir"))
    .option(
      "--since <date>",
      "a year, month or day: everything dated since then, as if it had not been announced",
    )
    .addOption(new Option("--everything", "as if nothing had ever been sent").conflicts("since"));
}

interface Chosen {
  cv: Cv;
  edition: Edition | undefined;
  /** What waits; undefined of an edition that never was. */
  unpublished?: Unpublished;
}

/**
 * The edition that a command is about: the next one, or one that never was. Composed from the
 * record as it is now; nothing is stored.
 */
export async function chooseEdition({ dir, since, everything }: EditionChoice): Promise<Chosen> {
  const cv =
    dir === undefined ? await readOwnRecord(requireConfig().recordFolder) : await readCv(dir);
  if (since !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(since)) {
    throw new CommandFault(
      `--since is ${since}; it takes a year, month or day such as 2024, 2024-06 or 2024-06-30.`,
    );
  }
  if (everything === true) return { cv, edition: composeEdition(cv, language, new Set()) };
  if (since !== undefined)
    return {
      cv,
      edition: composeEdition(cv, language, milestonesBefore(cv, `${since}-01-01`.slice(0, 10))),
    };
  return withDatabase(async ({ db }, { siteFolder }) => {
    const judged = await judgeOwner(db, cv);
    if (judged.kind === "other")
      throw new OtherOwner(judged.known?.name, cv.profile.name, judged.subscribers);
    // Everything in the record of a new owner will count as announced.
    if (judged.kind === "unused") return { cv, edition: undefined };
    const { keys, unpublished } = await readLeftOut(db, cv, siteFolder);
    // Before the first start nothing is noted as announced, yet nothing of the record would be
    // mailed.
    if (keys.size === unpublished.milestones.length) return { cv, edition: undefined };
    return { cv, edition: composeEdition(cv, language, keys), unpublished };
  });
}
