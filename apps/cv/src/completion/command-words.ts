import type { Command } from "commander";

/** What can be typed after a command, as its help describes it. */
export interface CommandWords {
  name: string;
  description: string;
  options: { flags: string[]; description: string; choices: string[] }[];
  /** Words its first argument may be; other arguments are files and folders. */
  words: string[];
}

/** A description for a line of a menu: its first sentence, without signs that shells read. */
function shorten(text: string): string {
  return (text.split(/[.;:](?:\s|$)/)[0] ?? "").replaceAll(/["'`$\\[\]]/g, "");
}

/**
 * The commands of a program, each with its options; `wordsOf` names what the first argument of a
 * command may be.
 */
export function listCommandWords(
  program: Command,
  wordsOf: Readonly<Record<string, readonly string[]>>,
): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: shorten(command.description()),
    options: [
      ...command.options.map(({ short, long, description, argChoices }) => ({
        flags: [short, long].filter((flag) => flag !== undefined && flag !== null),
        description: shorten(description),
        choices: argChoices ?? [],
      })),
      { flags: ["--help"], description: "show what the command takes", choices: [] },
    ],
    words: [...(wordsOf[command.name()] ?? [])],
  }));
}
