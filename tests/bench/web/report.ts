import { drawBarChart } from "../bar-chart.ts";
import type { Verdict, WeighedPage } from "./budget.ts";
import type { FilterLatency } from "./filter-latency.ts";
import type { AuditedPage, Audits } from "./lighthouse.ts";
import type { MeasuredBuild } from "./measured-build.ts";

export interface Conditions {
  date: string;
  cores: number;
  /** Load average of the last minute when the run began. */
  load: number;
  node: string;
  quick: boolean;
}

export interface Report extends Verdict {
  conditions: Conditions;
  pages: WeighedPage[];
  builds: Pick<MeasuredBuild, "works" | "seconds" | "peakBytes">[];
  audits?: Audits;
  search?: FilterLatency;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** A Markdown table; every row has as many cells as the head. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function writePages(pages: readonly WeighedPage[]): string {
  return writeTable(
    [
      "page",
      "sealed kB",
      "default kB",
      "ratio",
      "sealed script kB",
      "default script kB",
      "sealed requests",
      "default requests",
    ],
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

function auditRow(
  name: string,
  { scores, firstPaint, largestPaint, blocking, shift }: AuditedPage,
): string[] {
  return [
    name,
    String(scores.performance),
    String(scores.accessibility),
    String(scores["best-practices"]),
    String(scores.seo),
    firstPaint.toFixed(0),
    largestPaint.toFixed(0),
    blocking.toFixed(0),
    shift.toFixed(3),
  ];
}

function writeAudits({ control, pages }: Audits): string {
  const table = writeTable(
    [
      "page",
      "performance",
      "accessibility",
      "best practices",
      "SEO",
      "first paint ms",
      "largest paint ms",
      "blocking ms",
      "shift",
    ],
    [auditRow("one sentence", control), ...pages.map((page) => auditRow(`\`${page.path}\``, page))],
  );
  return `Lighthouse with its own settings for a phone (simulated slow 4G, processor four times slower), median of ${control.runs}; the sealed site over HTTP/1.1 from
the same machine, with its headers and finished encodings. The first row is a page of one sentence without style sheet, script or typeface: what it
falls short of is the machine's doing, and a budget that it crosses itself cannot be judged there.

${table}`;
}

function writeSearch({ works, throttle, samples, median, worst, focus }: FilterLatency): string {
  return `${works} works on one page, 390 px wide, processor ${throttle} times slower, ${samples.length} keys: from a key to the paint that follows it
median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms; from the click into the field ${focus.toFixed(0)} ms. In the order typed: ${samples.map((sample) => sample.toFixed(0)).join(", ")}.`;
}

/** The charts of the report, by file name. */
export function drawCharts({
  pages,
  builds,
}: Pick<Report, "pages" | "builds">): Record<string, string> {
  return {
    "web-bytes.svg": drawBarChart({
      title: "First view",
      measure: "kB",
      series: ["sealed", "default build"],
      rows: pages.map(({ path, sealed, unsealed }) => ({
        label: path,
        values: [sealed.total, unsealed.total],
      })),
      format: kilobytes,
    }),
    "web-builds.svg": drawBarChart({
      title: "Building from nothing",
      measure: "seconds by publications",
      series: ["seconds"],
      rows: builds.map(({ works, seconds }) => ({ label: String(works), values: [seconds] })),
      format: (seconds) => seconds.toFixed(0),
    }),
  };
}

function writeVerdict({ crossed, undecided }: Verdict): string {
  const lines = [
    ...crossed.map((line) => `- crossed: ${line}`),
    ...undecided.map((line) => `- undecided: ${line}`),
  ];
  return lines.length === 0 ? "No budget was crossed." : lines.join("\n");
}

/** The report as Markdown; every number in it was measured in the run. */
export function writeReport({
  conditions,
  pages,
  builds,
  audits,
  search,
  crossed,
  undecided,
}: Report): string {
  const { date, cores, load, node, quick } = conditions;
  return `# The website, measured

Written by \`npm run bench -- web${quick ? " --quick" : ""}\` on ${date}: ${cores} cores, load ${load.toFixed(1)} at the start, Node ${node}, one run.
Times depend on the machine and its load; read the ratios.

## First view, against the default Next build of the same pages

What the HTML names is counted: the page, style sheets, scripts, pictures, and the typefaces that it or its style sheets name. Text is compressed with brotli 11 by one tool for both.

![First view in kB](web-bytes.svg)

${writePages(pages)}

## Building

From nothing, the seal and the link previews included. Memory is the resident memory of all processes together, shared pages counted in each.

![Seconds of a build](web-builds.svg)

${writeBuilds(builds)}

## Lighthouse

${audits === undefined ? "Not measured." : writeAudits(audits)}

## Search

${search === undefined ? "Not measured." : writeSearch(search)}

## Budgets

${writeVerdict({ crossed, undecided })}
`;
}
