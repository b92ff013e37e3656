import { nearestWord } from "@triptych/schema";
import type { Command } from "commander";
import { listEntryKinds, writeSkeleton } from "../skeleton/write-skeleton.ts";
import { load } from "../record/record-source.ts";
import { fail, print } from "../terminal/output.ts";

async function printSkeleton(name: string | undefined, { json }: { json?: true }): Promise<void> {
  const kinds = listEntryKinds();
  const names = kinds.map((kind) => kind.name);
  if (name === undefined) return print(json === true ? JSON.stringify(names) : names.join("\n"));
  // Both `talk` and `talks` are understood.
  const kind =
    kinds.find((candidate) => candidate.name === name) ??
    kinds.find(({ part }) => part.key === name);
  if (kind === undefined) {
    const near = nearestWord(name, names);
    return fail(
      `There is no kind ${name}${near === undefined ? "" : `; did you mean ${near}?`}\nKnown are ${names.join(", ")}.`,
    );
  }
  const result = await load(undefined);
  const text = writeSkeleton(kind, result.kind === "valid" ? result.cv.profile.name : "Your Name");
  print(
    json === true
      ? JSON.stringify({ kind: kind.name, part: kind.part.key, yaml: text }, null, 2)
      : text,
  );
}

const HELP = `
What is required stands ready to be changed; what may be left out is a comment. Paste it into a content file, under the same key.

Examples:
  cv new                 lists the kinds
  cv new talk
  cv new book            a publication of that form

Exit codes: 0 printed, 1 no such kind.`;

export function registerNew(program: Command): void {
  program
    .command("new")
    .description("print a skeleton for any kind of entry, or list the kinds")
    .argument("[kind]", "such as talk, award or book")
    .option("--json", "print { kind, part, yaml } as JSON")
    .addHelpText("after", HELP)
    .action(printSkeleton);
}
