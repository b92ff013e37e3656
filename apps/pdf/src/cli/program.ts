import { type Command, exitWith, Option, type Program, sharedOption } from "@triptych/terminal";
import type { Options } from "./write-pdf.ts";

/** What it takes to write a document is loaded when one is asked for. */
const write = exitWith(async (options: Options) => {
  const { writePdf } = await import("./write-pdf.ts");
  return writePdf(options);
});

function declare(command: Command): void {
  command
    .addOption(sharedOption("dir"))
    .addOption(
      sharedOption(
        "out",
        "where to write it, with --all the folder; else cv.pdf or cv-VARIANT.pdf here",
      ),
    )
    .option("--variant <id>", "which selection of the record", "full")
    .addOption(new Option("--all", "write every variant").conflicts("variant"))
    .addOption(new Option("--paper <size>", "paper size").choices(["a4", "letter"]).default("a4"))
    .option(
      "--since <date>",
      "only what is dated then or later, or goes on: 2023, 2023-01 or 2023-01-01",
    )
    .addOption(
      new Option("--list", "print the variants and stop").conflicts(["all", "variant", "out"]),
    )
    .addOption(sharedOption("json", "print what was written, or is listed, as JSON"))
    .addOption(
      new Option("--follow", "write every variant for each line of input; for `npm run dev`")
        .conflicts(["variant", "since", "json", "list"])
        .hideHelp(),
    )
    .addHelpText(
      "after",
      `
Examples
  npm run pdf                                   cv.pdf here
  npm run pdf -- --variant short --paper letter
  npm run pdf -- --all --out documents`,
    )
    .action(write);
}

export const PDF: Program = {
  name: "pdf",
  description: "Writes the CV as a tagged PDF.",
  variables: async () => (await import("../env.ts")).Variables,
  declare,
};
