import type { Command } from "commander";
import { listCommandWords } from "../completion/command-words.ts";
import { SHELLS, writeCompletion } from "../completion/write-completion.ts";
import { EXPORT_FORMATS } from "../export/export-format.ts";
import { listEntryKinds } from "../skeleton/write-skeleton.ts";
import { fail, print } from "../terminal/output.ts";

const HELP = `
The scripts complete a command called cv. In a shell of this repository that is an alias: alias cv='node scripts/go.mjs cv'

Examples:
  cv completion bash >> ~/.bash_completion
  cv completion zsh > ~/.zfunc/_cv
  cv completion fish > ~/.config/fish/completions/cv.fish`;

export function registerCompletion(program: Command): void {
  program
    .command("completion")
    .description("print a script that completes commands and options in bash, zsh or fish")
    .argument("<shell>", SHELLS.join(", "))
    .addHelpText("after", HELP)
    .action((name: string) => {
      const shell = SHELLS.find((known) => known === name);
      if (shell === undefined)
        return fail(`There is no completion for ${name}. Known are ${SHELLS.join(", ")}.`);
      const words = {
        new: listEntryKinds().map((kind) => kind.name),
        export: [...Object.keys(EXPORT_FORMATS), "zip"],
        completion: SHELLS,
      };
      return print(writeCompletion(shell, listCommandWords(program, words)));
    });
}
