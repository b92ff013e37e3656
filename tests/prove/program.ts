import {
  EXIT,
  type ExitCode,
  exitWith,
  InvalidArgumentError,
  note,
  printJson,
  type Program,
  sharedOption,
} from "@triptych/terminal";

interface Options {
  seed: number;
  json?: true;
}

async function proveDelivery({ seed, json }: Options): Promise<ExitCode> {
  const { proveDelivery: prove } = await import("./delivery/prove-delivery.ts");
  const against = await prove({ seed });
  if (json === true) printJson({ against });
  else for (const line of against) note(line);
  return against.length === 0 ? EXIT.done : EXIT.negative;
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number below a thousand million.");
}

/** A proof runs for minutes, writes what it saw, and exits 1 where something spoke against it. */
export const PROVE: Program = {
  name: "prove",
  description: "Shows over minutes what a test cannot show, and writes what it saw.",
  commands: {
    delivery: {
      summary:
        "no unlabelled duplicate and no unlabelled loss under 200 SIGKILLs on workers and database",
      load: async () => (command) => {
        command
          .option("--seed <number>", "another run than the usual one", readSeed, 1)
          .addOption(sharedOption("json", "print { against } as JSON"))
          .action(exitWith(proveDelivery));
      },
    },
  },
};
