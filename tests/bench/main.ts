import process from "node:process";
import { benchDigest } from "./digest/bench-digest.ts";
import { benchPdf } from "./pdf/bench-pdf.ts";
import { benchWeb } from "./web/bench-web.ts";

/** A bench measures, writes its report, and returns what crossed its budgets. */
interface Bench {
  says: string;
  run: (options: { quick: boolean }) => Promise<string[]>;
}

const BENCHES: Record<string, Bench> = {
  digest: {
    says: "mails a second against a bare pool, memory and planning time against the length of the list",
    run: benchDigest,
  },
  pdf: {
    says: "time and memory of the PDF against Typst, Chromium and XeLaTeX, as the list of publications grows",
    run: benchPdf,
  },
  web: {
    says: "bytes, requests and build time of the sealed site against the default Next build",
    run: benchWeb,
  },
};

const USAGE = `usage: npm run bench -- NAME [--quick]
       npm run bench -- --list

  --quick  a short form for development
  --list   the benches there are
`;

const listing = () =>
  Object.entries(BENCHES)
    .map(([name, { says }]) => `${name.padEnd(8)} ${says}\n`)
    .join("");

/**
 * The exit code: 0 within all budgets, 1 when one was crossed, 2 for a call that makes no sense.
 */
async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter(
    (arg) => arg.startsWith("--") && !["--help", "--list", "--quick"].includes(arg),
  );
  const names = args.filter((arg) => !arg.startsWith("--"));
  if (args.includes("--help") || args.includes("--list")) {
    process.stdout.write(args.includes("--help") ? `${USAGE}\n${listing()}` : listing());
    return 0;
  }
  const bench = names.length === 1 && unknown.length === 0 ? BENCHES[names[0] ?? ""] : undefined;
  if (bench === undefined) {
    process.stderr.write(`${USAGE}\n${listing()}`);
    return 2;
  }
  const crossed = await bench.run({ quick: args.includes("--quick") });
  for (const line of crossed) process.stderr.write(`crossed: ${line}\n`);
  return crossed.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
