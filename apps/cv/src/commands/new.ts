import { loadCv } from "@triptych/data";
import { nearestWord } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  print,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { listEntryKinds, writeSkeleton } from "../skeleton/write-skeleton.ts";
import { chosenFolder, type FolderChoice } from "./record-source.ts";

interface Options extends FolderChoice {
  json?: true;
}

async function printSkeleton(name: string | undefined, options: Options): Promise<void> {
  const isJson = options.json === true;
  const kinds = listEntryKinds();
  const names = kinds.map((kind) => kind.name);
  if (name === undefined) return isJson ? printJson(names) : print(names.join("\n"));
  // Both `talk` and `talks` are understood.
  const kind =
    kinds.find((candidate) => candidate.name === name) ??
    kinds.find(({ part }) => part.key === name);
  if (kind === undefined) {
    const near = nearestWord(name, names);
    throw new CommandFault(
      `There is no kind ${name}${near === undefined ? "" : `; did you mean ${near}?`}\nKnown ` +
        `are ${names.join(", ")}.`,
      EXIT.misused,
    );
  }
  const result = await loadCv(chosenFolder(undefined, options));
  const yaml = writeSkeleton(kind, result.kind === "valid" ? result.cv.profile.name : "Your Name");
  if (isJson) printJson({ kind: kind.name, part: kind.part.key, yaml });
  else print(yaml);
}

const HELP = `
What is required stands ready to be changed; what may be left out is a comment. Paste it into a content file, under the same key.

Examples:
  cv new                 lists the kinds
  cv new talk
  cv new book            a publication of that form

Exit codes: 0 printed, 2 no such kind.`;

export function declareNew(command: Command): void {
  command
    .argument("[kind]", "such as talk, award or book")
    .addOption(sharedOption("dir"))
    .addOption(sharedOption("json", "print { kind, part, yaml } as JSON"))
    .addHelpText("after", HELP)
    .action(exitWith(printSkeleton));
}
