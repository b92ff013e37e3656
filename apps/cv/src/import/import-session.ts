import { formatFault } from "@triptych/data";
import {
  type MarkMeaning,
  type MergePlan,
  planMerge,
  type SourcedReading,
} from "@triptych/exchange/import";
import type { Cv } from "@triptych/schema";
import { CommandFault, type Terminal } from "@triptych/terminal";
import { describeImport, formatImport } from "./import-report.ts";
import { type CommitOutcome, commitChanges } from "../edit/record-commit.ts";
import { draftChanges, type FileChange } from "../edit/record-draft.ts";
import { formatDifference } from "../edit/text-difference.ts";

export interface MergeRequest {
  folder: string;
  readings: readonly SourcedReading[];
  marks: ReadonlyMap<string, MarkMeaning>;
  aliases: readonly string[];
  /** See `planMerge`. */
  isAttributed?: boolean;
  dryRun: boolean;
  json: boolean;
  /** What the report says besides, for programs. */
  more?: Record<string, unknown>;
}

function report(
  plan: MergePlan,
  changes: readonly FileChange[],
  { dryRun, json, more = {} }: MergeRequest,
  terminal: Terminal,
): void {
  const files = changes.map(({ name }) => name);
  if (json) {
    terminal.print(
      JSON.stringify(
        { ...describeImport(plan), ...more, files, written: !dryRun && files.length > 0 },
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

function explainRefusal(outcome: Exclude<CommitOutcome, { kind: "written" }>): string {
  switch (outcome.kind) {
    case "faulty":
      return [
        ...outcome.faults.map(formatFault),
        "The record would have these faults; nothing was changed.",
      ].join("\n");
    case "overtaken":
      return `${outcome.file} changed meanwhile; nothing was written.`;
    case "unwritable":
      return `Nothing was written: ${outcome.reason}`;
  }
}

/**
 * Merges readings into the record of a folder, all or nothing, and reports. @throws CommandFault
 * that says why nothing was changed
 */
export async function mergeInto(cv: Cv, request: MergeRequest, terminal: Terminal): Promise<void> {
  const { folder, readings, dryRun } = request;
  const plan = planMerge(cv, readings, request);
  reportPointers(plan);
  const draft = await draftChanges(folder, plan.edits);
  if (draft.kind === "faulty")
    throw new CommandFault([...draft.faults.map(formatFault), "Nothing was changed."].join("\n"));
  const { changes } = draft;
  if (!dryRun && changes.length > 0) {
    const outcome = await commitChanges(folder, changes, plan.cv);
    if (outcome.kind !== "written") throw new CommandFault(explainRefusal(outcome));
  }
  report(plan, changes, request, terminal);
}
