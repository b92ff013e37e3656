import type { NumberedWork } from "./numbered-work.ts";
import type { StatisticGroup } from "./statistic.ts";

/**
 * Citations and the h-index (Hirsch 2005: the most works h that have h citations each) of the works
 * whose counts the record holds, for each index apart, since indexes count differently. Works
 * without a count are not guessed at.
 */
export function countCitations(works: readonly NumberedWork[]): StatisticGroup[] {
  const counted = works.flatMap(({ work: { citations }, entry }) =>
    citations === undefined ? [] : [{ ...citations, entry }],
  );
  return [...Map.groupBy(counted, ({ source }) => source)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, group]) => {
      const ranked = group.toSorted((a, b) => b.count - a.count);
      const cited = ranked.filter(({ count }, index) => count > index);
      const dates = [...new Set(group.map(({ asOf }) => asOf))].toSorted();
      const span = dates.length > 1 ? `${dates[0]} to ${dates.at(-1)}` : (dates[0] ?? "");
      return {
        title:
          `Citations by ${source}, ${span}, of the ${group.length} of ${works.length} works ` +
          "that have a count",
        statistics: [
          {
            name: "citations",
            value: group.reduce((sum, { count }) => sum + count, 0),
            entries: group.map(({ entry }) => entry),
          },
          { name: "h-index", value: cited.length, entries: cited.map(({ entry }) => entry) },
        ],
      };
    });
}
