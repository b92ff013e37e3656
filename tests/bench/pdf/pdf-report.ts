import { drawBarChart } from "../bar-chart.ts";
import { writeTable } from "../web/report.ts";
import type { Goal } from "./goals.ts";
import type { Spent } from "./measured-process.ts";
import type { Renderer } from "./renderers.ts";

/** One renderer at one size; medians. */
export interface Measured {
  name: Renderer["name"];
  pages: number;
  bytes: number;
  coldSeconds: number;
  /** Of the cold run; 0 where it cannot be read. */
  peakBytes: number;
  /** Warm: with nothing kept of what was set before, and with all that can be. */
  anew?: Spent | undefined;
  edited?: Spent | undefined;
}

export interface Size {
  works: number;
  coldRuns: number;
  warmRuns: number;
  measured: Measured[];
}

export interface PdfReport {
  conditions: {
    date: string;
    machine: string;
    cores: number;
    /** Load average of the last minute when the run began. */
    load: number;
    node: string;
    /** What XeLaTeX says of itself; undefined where it is not installed. */
    latex: string | undefined;
    quick: boolean;
  };
  sizes: Size[];
  goals: Goal[];
}

const MEBIBYTE = 2 ** 20;

const ratioTo = (base: number | undefined, value: number | undefined) =>
  base === undefined || value === undefined ? "" : (value / base).toFixed(2);

const milliseconds = (seconds: number) => (seconds * 1000).toFixed(0);

function writeSpent(ours: Spent | undefined, spent: Spent | undefined): string[] {
  if (spent === undefined) return ["", "", ""];
  return [
    milliseconds(spent.seconds),
    ratioTo(ours?.seconds, spent.seconds),
    milliseconds(spent.cpuSeconds),
  ];
}

function writeSize({ works, coldRuns, warmRuns, measured }: Size): string {
  const ours = measured.find(({ name }) => name === "Triptych");
  const table = writeTable(
    [
      "",
      "all anew ms",
      "of ours",
      "processor ms",
      "after an edit ms",
      "of ours",
      "processor ms",
      "cold s",
      "of ours",
      "peak MiB",
      "pages",
      "kB",
    ],
    measured.map((one) => [
      one.name,
      ...writeSpent(ours?.anew, one.anew),
      ...writeSpent(ours?.edited, one.edited),
      one.coldSeconds.toFixed(2),
      ratioTo(ours?.coldSeconds, one.coldSeconds),
      one.peakBytes === 0 ? "not known" : (one.peakBytes / MEBIBYTE).toFixed(0),
      String(one.pages),
      (one.bytes / 1000).toFixed(0),
    ]),
  );
  return `### ${works} publications

Cold: ${coldRuns === 1 ? "one run" : `median of ${coldRuns} runs`}; warm: ${warmRuns === 1 ? "one run" : `median of ${warmRuns} runs`}.

${table}`;
}

/**
 * Times are drawn for one publication, so that all sizes fit one chart and bars of one length mean
 * growth in proportion.
 */
export function drawCharts(sizes: readonly Size[]): Record<string, string> {
  const names = sizes[0]?.measured.map(({ name }) => name) ?? [];
  const draw = (
    title: string,
    measure: string,
    shown: readonly Measured["name"][],
    value: (one: Measured, works: number) => number,
    digits: number,
  ) =>
    drawBarChart({
      title,
      measure,
      series: [...shown],
      rows: sizes.map(({ works, measured }) => ({
        label: `${works} publications`,
        values: shown.map((name) =>
          measured.filter((one) => one.name === name).reduce((_, one) => value(one, works), 0),
        ),
      })),
      format: (number) => number.toFixed(digits),
    });
  const warm = names.filter((name) =>
    sizes[0]?.measured.some((one) => one.name === name && one.anew !== undefined),
  );
  const perWork = (spent: Spent | undefined, works: number) =>
    ((spent?.seconds ?? 0) * 1000) / works;
  return {
    "pdf-anew.svg": draw(
      "A warm rendering, all anew",
      "ms a publication, less is better",
      warm,
      (one, works) => perWork(one.anew, works),
      2,
    ),
    "pdf-edited.svg": draw(
      "A warm rendering after an edit",
      "ms a publication, less is better",
      warm,
      (one, works) => perWork(one.edited, works),
      2,
    ),
    "pdf-cold.svg": draw(
      "A whole process",
      "ms a publication, less is better",
      names,
      (one, works) => (one.coldSeconds * 1000) / works,
      1,
    ),
    "pdf-memory.svg": draw(
      "Peak memory of a whole process",
      "MiB, less is better",
      names,
      (one) => one.peakBytes / MEBIBYTE,
      0,
    ),
  };
}

/** The report as Markdown; every number in it was measured in the run. */
export function writePdfReport({ conditions, sizes, goals }: PdfReport): string {
  const { date, machine, cores, load, node, latex, quick } = conditions;
  const caution = load > cores ? " The machine was busy with other work." : "";
  return `# The PDF, measured

Written by \`npm run bench -- pdf${quick ? " --quick" : ""}\` on ${date}: ${machine}, load ${load.toFixed(1)} at the start, Node ${node}. The renderers were measured in
turns, in one run. Times depend on the machine and its load; read the ratios.${caution}

## What is compared

The record's full CV, with its own publications and with ten and a hundred times as many made from them; A4, the same faces, sizes and rail.

- Triptych: the \`pdf\` command. It reads the record, composes the text, lays it out, and writes PDF/UA-1 and PDF/A-3 with the record attached and
  the chart of works.
- Typst, through \`@myriaddreamin/typst-ts-node-compiler\` in Node: the composed text and a template; PDF/UA-1.
- Chromium, printing a page of the composed text, tagged and with an outline.
- XeLaTeX, two passes, which its outline and number of pages need; not tagged. ${latex === undefined ? "It is not installed here and was left out." : `${latex}.`}

Warm renderings come from processes that stay, and a word of the first publication changes before each of them. "All anew" keeps the program and
the fonts, ours also the shapes of words, and nothing that was set: Typst empties its cache. "After an edit" keeps what each can: ours is \`--follow\`,
which \`npm run dev\` uses and which lays out again what changed; Typst keeps its cache. Times are from the request to the written file. Peak memory is that of the cold process and all it starts, shared pages counted in each, looked
at every 25 ms. Chromium and XeLaTeX have no warm form here.

## Results

${sizes.map(writeSize).join("\n\n")}

![Warm, all anew](pdf-anew.svg)

![Warm, after an edit](pdf-edited.svg)

![Cold](pdf-cold.svg)

![Memory](pdf-memory.svg)

## Goals

${goals.map(({ goal, found, isKept }) => `- ${isKept ? "kept" : "missed"}: ${goal}; ${found}`).join("\n")}
`;
}
