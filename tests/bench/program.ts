import {
  type CommandEntry,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  printJson,
  type Program,
  sharedOption,
} from "@triptych/terminal";

/** A bench measures, writes its report, and returns what crossed its budgets. */
type Bench = (options: { quick: boolean }) => Promise<string[]>;

async function run(load: () => Promise<Bench>, { quick, json }: Options): Promise<ExitCode> {
  const bench = await load();
  const crossed = await bench({ quick: quick === true });
  if (json === true) printJson({ crossed });
  else for (const line of crossed) note(`crossed: ${line}`);
  return crossed.length === 0 ? EXIT.done : EXIT.negative;
}

interface Options {
  quick?: true;
  json?: true;
}

const measures = (summary: string, load: () => Promise<Bench>): CommandEntry => ({
  summary,
  load: async () => (command) => {
    command
      .option("--quick", "a short form for development")
      .addOption(sharedOption("json", "print { crossed } as JSON"))
      .action(exitWith((options: Options) => run(load, options)));
  },
});

export const BENCH: Program = {
  name: "bench",
  description: "Measures, writes a report, and exits 1 where a budget was crossed.",
  commands: {
    digest: measures(
      "mails a second against a bare pool, memory and planning time against the length of the list",
      async () => (await import("./digest/bench-digest.ts")).benchDigest,
    ),
    loop: measures(
      "time from an edit to what is seen: publishing, `npm run dev`, `cv check`, `--help`",
      async () => (await import("./loop/bench-loop.ts")).benchLoop,
    ),
    pdf: measures(
      "time and memory of the PDF against Typst, Chromium and XeLaTeX, as the list of publications grows",
      async () => (await import("./pdf/bench-pdf.ts")).benchPdf,
    ),
    web: measures(
      "bytes, requests and build time of the sealed site against the default Next build",
      async () => (await import("./web/bench-web.ts")).benchWeb,
    ),
  },
};
