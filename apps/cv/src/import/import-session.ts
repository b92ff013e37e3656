import { formatFault, loadCv } from "@triptych/data";
import {
  type MarkMeaning,
  type MergePlan,
  planMerge,
  type SourcedReading,
} from "@triptych/exchange/import";
import type { Cv } from "@triptych/schema";
import { type Command, CommanderError } from "commander";
import { formatReport } from "../record/check-report.ts";
import { describeImport, formatImport } from "./import-report.ts";
import { commitChanges } from "../edit/record-commit.ts";
import { draftChanges, type FileChange } from "../edit/record-draft.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatDifference } from "../edit/text-difference.ts";

/** Exit codes of the commands that change the record. */
export const EXIT = { done: 0, faulty: 1, usage: 2, offline: 3 } as const;

/**
 * Lets what was typed wrongly end such a command with the code its help gives to that, instead of
 * Commander's.
 */
export function exitAsUsage(command: Command): Command {
  return command.exitOverride((error) => {
    throw error.exitCode === 0 ? error : new CommanderError(EXIT.usage, error.code, error.message);
  });
}

export interface MergeRequest {
  folder: string;
  readings: readonly SourcedReading[];
  marks: ReadonlyMap<string, MarkMeaning>;
  aliases: readonly string[];
  dryRun: boolean;
  json: boolean;
}

/** The record of a folder, or nothing once its faults were told. */
export async function loadOrTell(folder: string, terminal: Terminal): Promise<Cv | undefined> {
  const loaded = await loadCv(folder);
  if (loaded.kind === "valid") return loaded.cv;
  terminal.note(formatReport(loaded, terminal.paint));
  terminal.note("The record has faults; nothing was changed.");
  return undefined;
}

function report(
  plan: MergePlan,
  changes: readonly FileChange[],
  { dryRun, json }: MergeRequest,
  terminal: Terminal,
): void {
  const files = changes.map(({ name }) => name);
  if (json) {
    terminal.print(
      JSON.stringify(
        { ...describeImport(plan), files, written: !dryRun && files.length > 0 },
        null,
        2,
      ),
    );
    return;
  }
  if (dryRun) for (const change of changes) terminal.print(formatDifference(change));
  terminal.print(formatImport(plan, terminal.paint));
  if (dryRun) terminal.print("Nothing was written, as asked.");
  else
    terminal.print(
      files.length === 0 ? "Nothing had to be changed." : `Written: ${files.join(", ")}.`,
    );
}

/** Adds to the remarks that works known by an identifier alone were left out. */
export function reportPointers(plan: MergePlan): void {
  for (const { file, key, line, id } of plan.pointers)
    plan.remarks.push({
      kind: "left-out",
      file,
      key,
      line,
      reason: `it names no authors and was not looked up; add ${id.value} does`,
    });
}

/**
 * Merges readings into the record of a folder, all or nothing, and reports. Returns the exit code.
 */
export async function mergeInto(
  cv: Cv,
  request: MergeRequest,
  terminal: Terminal,
): Promise<number> {
  const { folder, readings, marks, aliases, dryRun } = request;
  const plan = planMerge(cv, readings, { marks, aliases });
  reportPointers(plan);
  const draft = await draftChanges(folder, plan.edits);
  if (draft.kind === "faulty") {
    terminal.note([...draft.faults.map(formatFault), "Nothing was changed."].join("\n"));
    return EXIT.faulty;
  }
  const { changes } = draft;
  if (!dryRun && changes.length > 0) {
    const outcome = await commitChanges(folder, changes, plan.cv);
    if (outcome.kind === "faulty") {
      terminal.note(
        [
          ...outcome.faults.map(formatFault),
          "The record would have these faults; nothing was changed.",
        ].join("\n"),
      );
      return EXIT.faulty;
    }
    if (outcome.kind === "overtaken" || outcome.kind === "unwritable") {
      terminal.note(
        outcome.kind === "overtaken"
          ? `${outcome.file} changed meanwhile; nothing was written.`
          : `Nothing was written: ${outcome.reason}`,
      );
      return EXIT.faulty;
    }
  }
  report(plan, changes, request, terminal);
  return EXIT.done;
}
