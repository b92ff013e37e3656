import type { WeighedPage } from "./budget.ts";
import type { MeasuredBuild } from "./measured-build.ts";

export interface Conditions {
  date: string;
  cores: number;
  /** Load average of the last minute when the run began. */
  load: number;
  node: string;
  quick: boolean;
}

export interface Report {
  conditions: Conditions;
  pages: WeighedPage[];
  builds: Pick<MeasuredBuild, "works" | "seconds" | "peakBytes">[];
  crossed: string[];
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** A Markdown table; every row has as many cells as the head. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function writePages(pages: readonly WeighedPage[]): string {
  return writeTable(
    ["page", "sealed kB", "default kB", "ratio", "sealed script kB", "default script kB", "sealed requests", "default requests"],
    pages.map(({ path, sealed, unsealed }) => [
      `\`${path}\``,
      kilobytes(sealed.total),
      kilobytes(unsealed.total),
      (sealed.total / unsealed.total).toFixed(2),
      kilobytes(sealed.script),
      kilobytes(unsealed.script),
      String(sealed.requests),
      String(unsealed.requests),
    ]),
  );
}

function writeBuilds(builds: Report["builds"]): string {
  const [first] = builds;
  return writeTable(
    ["publications", "seconds", "times the first", "peak memory MB"],
    builds.map(({ works, seconds, peakBytes }) => [
      String(works),
      seconds.toFixed(1),
      (seconds / (first?.seconds ?? seconds)).toFixed(2),
      peakBytes === 0 ? "not known" : (peakBytes / 1e6).toFixed(0),
    ]),
  );
}

/** The report as Markdown; every number in it was measured in the run. */
export function writeReport({ conditions, pages, builds, crossed }: Report): string {
  const { date, cores, load, node, quick } = conditions;
  return `# The website, measured

Written by \`npm run bench -- web${quick ? " --quick" : ""}\` on ${date}: ${cores} cores, load ${load.toFixed(1)} at the start, Node ${node}, one run.
Times depend on the machine and its load; read the ratios.

## First view, against the default Next build of the same pages

What the HTML names is counted: the page, style sheets, scripts, preloaded fonts and pictures. Text is compressed with brotli 11 by one tool for both.

${writePages(pages)}

## Building

From nothing, the seal included. Memory is the resident memory of all processes together, shared pages counted in each.

${writeBuilds(builds)}

## Budgets

${crossed.length === 0 ? "No budget was crossed." : crossed.map((line) => `- crossed: ${line}`).join("\n")}

Not measured by this bench: Lighthouse scores, layout shift, blocking time and largest paint.
`;
}
