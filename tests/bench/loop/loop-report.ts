import { type Judged, writeNumber } from "./budget.ts";

export interface Conditions {
  date: string;
  cores: number;
  /** Load average of the last minute when the run began. */
  load: number;
  node: string;
  works: number;
  quick: boolean;
}

function writeRow({ what, unit, values, median, limit, isKept }: Judged): string {
  const all = values.map((value) => value.toFixed(unit === "s" ? 1 : 0)).join(", ");
  const budget = limit === undefined ? "-" : `${limit} ${unit}${isKept ? "" : ", crossed"}`;
  return `| ${[what, writeNumber(median, unit), budget, all].join(" | ")} |`;
}

/** The report as Markdown; every number in it was measured in the run. */
export function writeLoopReport(
  { date, cores, load, node, works, quick }: Conditions,
  rows: readonly Judged[],
): string {
  return `# The way from an edit to what is seen, measured

Written by \`npm run bench -- loop${quick ? " --quick" : ""}\` on ${date}: ${cores} cores, load ${load.toFixed(1)} at the start, Node ${node}, ${works} publications.
Medians of one run, in the order of measuring. Commands are timed from the start of \`scripts/go.mjs\`; what npm takes to start it is left out.
Processor time is that of all processes of a command together: on a busy machine it says more than the time on the clock.

| what | median | budget | all |
|---|---|---|---|
${rows.map(writeRow).join("\n")}
`;
}
