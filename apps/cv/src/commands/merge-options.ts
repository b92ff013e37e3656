import type { MarkMeaning, SourcedReading } from "@triptych/exchange/import";
import { Profile } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  readAs,
  sharedOption,
  type Terminal,
} from "@triptych/terminal";
import { settleMarks } from "../import/mark-question.ts";
import type { Answer } from "../lookup/http-client.ts";
import { explainAnswer, type LookupFlags, withLookupFlags } from "../lookup/lookup-session.ts";

/** What every command takes that brings entries of others into the record. */
export interface MergeOptions extends LookupFlags {
  alias?: string[];
  marks?: string;
  json?: true;
}

/** What is said after the faults of a record that nothing can be merged into. */
export const UNCHANGED = "The record has faults; nothing was changed.";

const readAlias = readAs(Profile.shape.aliases.unwrap().element);

/** Gathers forms of the owner's name, which go into the profile. */
function collectAlias(value: string, before: string[] = []): string[] {
  const alias = readAlias(value.trim());
  return before.includes(alias) ? before : [...before, alias];
}

export function withMergeOptions(command: Command): Command {
  return withLookupFlags(command)
    .option(
      "--alias <name>",
      "a form in which your name is printed; may be given more than once",
      collectAlias,
    )
    .option(
      "--marks <marks>",
      "what marks at names mean, such as '*=equal,†=corresponding'; also ignore",
    )
    .addOption(sharedOption("json", "print the report as JSON"));
}

/** What the marks at names mean. @throws CommandFault where nobody says it of one */
export async function requireMarks(
  readings: readonly SourcedReading[],
  { marks }: MergeOptions,
  terminal: Terminal,
): Promise<Map<string, MarkMeaning>> {
  const settled = await settleMarks(readings, marks, terminal);
  if (settled.kind === "known") return settled.marks;
  throw new CommandFault(settled.message, EXIT.misused);
}

/** The fault of a command whose question to a service has no answer. */
export function lookupFault(
  answer: Exclude<Answer, { kind: "found" }>,
  what: string,
  advice = "",
): CommandFault {
  return new CommandFault(
    `${explainAnswer(answer, what)}${advice}`,
    answer.kind === "offline" ? EXIT.offline : EXIT.negative,
  );
}
