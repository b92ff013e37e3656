import { type Command, sharedOption } from "@triptych/terminal";

/** Ends the declaration of an action with what each has: `--json` and examples. */
export function declareAction(
  command: Command,
  run: Parameters<Command["action"]>[0],
  ...examples: readonly string[]
): void {
  const head = examples.length === 1 ? "\nExample" : "\nExamples";
  const lines = examples.map((example) => `  npm run digest -- ${example}`);
  command
    .addOption(sharedOption("json"))
    .action(run)
    .addHelpText("after", [head, ...lines].join("\n"));
}
