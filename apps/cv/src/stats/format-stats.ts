import { formatNumbers } from "@triptych/data";
import type { Statistic, StatisticGroup } from "./statistic.ts";

/** How many titles a line names of entries that have no numbers. */
const NAMED = 3;

function entriesText({ entries }: Statistic): string {
  const numbers = entries.flatMap(({ number }) => number ?? []);
  if (numbers.length === entries.length) return formatNumbers(numbers);
  const titles = entries.slice(0, NAMED).map(({ title }) => title);
  return [
    ...titles,
    ...(entries.length > NAMED ? [`and ${entries.length - NAMED} more`] : []),
  ].join("; ");
}

/** A block for each group, figures in a column, the entries behind each beside it. */
export function formatStats(groups: readonly StatisticGroup[]): string {
  return groups
    .map(({ title, statistics }) => {
      const names = Math.max(...statistics.map(({ name }) => name.length));
      const values = statistics.map(({ value }) => value.toLocaleString("en-US"));
      const width = Math.max(...values.map((value) => value.length));
      const lines = statistics.map(
        (statistic, index) =>
          `  ${statistic.name.padEnd(names)}  ${(values[index] ?? "").padStart(width)}  ` +
          entriesText(statistic),
      );
      return [title, ...lines].join("\n");
    })
    .join("\n\n");
}
