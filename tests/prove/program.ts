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

interface Json {
  json?: true;
}

/** Says what spoke against a promise; exit 1 where anything did. */
function report(against: readonly string[], { json }: Json): ExitCode {
  if (json === true) printJson({ against });
  else for (const line of against) note(line);
  return against.length === 0 ? EXIT.done : EXIT.negative;
}

async function proveDelivery({ seed, ...json }: Json & { seed: number }): Promise<ExitCode> {
  const { proveDelivery: prove } = await import("./delivery/prove-delivery.ts");
  return report(await prove({ seed }), json);
}

async function proveCorpora({ dir, ...json }: Json & { dir: string }): Promise<ExitCode> {
  const { proveCorpora: prove } = await import("./corpora/prove-corpora.ts");
  return report(await prove({ dir }), json);
}

async function provePdf(json: Json): Promise<ExitCode> {
  const { provePdf: prove } = await import("./pdf/prove-pdf.ts");
  return report(await prove(), json);
}

async function proveProvider(json: Json): Promise<ExitCode> {
  const { proveProvider: prove } = await import("./provider/prove-provider.ts");
  return report(await prove(), json);
}

async function proveTiming({ pairs, ...json }: Json & { pairs: number }): Promise<ExitCode> {
  const { proveTiming: prove } = await import("./timing/prove-timing.ts");
  return report(await prove({ pairs }), json);
}

function readCount(text: string): number {
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
          .option("--seed <number>", "another run than the usual one", readCount, 1)
          .addOption(sharedOption("json", "print { against } as JSON"))
          .action(exitWith(proveDelivery));
      },
    },
    corpora: {
      summary: "each entry of the bibliographies in a folder is in the record or in the report",
      load: async () => (command) => {
        command
          .requiredOption("--dir <folder>", "where the bibliographies are")
          .addOption(sharedOption("json", "print { against } as JSON"))
          .action(exitWith(proveCorpora));
      },
    },
    pdf: {
      summary: "every PDF conforms to PDF/UA-1 and PDF/A-3A, by veraPDF; needs a JDK and JAXB",
      load: async () => (command) => {
        command
          .addOption(sharedOption("json", "print { against } as JSON"))
          .action(exitWith(provePdf));
      },
    },
    provider: {
      summary:
        "whatever a mail server refuses with, everybody gets the edition once it is put right",
      load: async () => (command) => {
        command
          .addOption(sharedOption("json", "print { against } as JSON"))
          .action(exitWith(proveProvider));
      },
    },
    timing: {
      summary: "the time of an answer does not tell whether an address is known",
      load: async () => (command) => {
        command
          .option("--pairs <number>", "pairs of requests that are timed", readCount, 300)
          .addOption(sharedOption("json", "print { against } as JSON"))
          .action(exitWith(proveTiming));
      },
    },
  },
};
