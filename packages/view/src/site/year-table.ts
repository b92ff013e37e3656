import { KIND_ORDER } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { filePublications } from "../works/publication-order.ts";
import { worksNoun } from "../works/kind-name.ts";
import type { Publication } from "../works/publication.ts";

/** The works of a year, or those without one. */
export interface YearRow {
  label: string;
  total: number;
  /** `12 conference papers, 1 PhD thesis`. */
  countsText: string;
  /** How many people wrote them with the owner. */
  coauthors: number;
}

export interface YearTable {
  /** What the picture is of: `Papers by year`. */
  title: string;
  /** What the totals count: `Papers`. */
  totalTitle: string;
  /** The picture in words: `61 papers. 2025: 20, 2024: 18`. */
  summary: string;
  /** From new to old, then what has no year. */
  rows: YearRow[];
  /** The largest total; the length of the longest bar. */
  most: number;
}

function countKinds(publications: readonly Publication[], words: Words): string {
  const counts = Map.groupBy(publications, ({ kind }) => kind);
  return KIND_ORDER.flatMap((kind) => {
    const count = counts.get(kind)?.length ?? 0;
    return count === 0 ? [] : [words.record.kinds[kind].counted({ count })];
  }).join(", ");
}

/**
 * How many works of which kind appeared in each year, a work counted by the appearance it is cited
 * by.
 */
export function composeYearTable(publications: readonly Publication[], words: Words): YearTable {
  const rows = filePublications(publications).map(({ label, publications: filed }): YearRow => ({
    label,
    total: filed.length,
    countsText: countKinds(filed, words),
    coauthors: new Set(filed.flatMap(({ coauthors }) => coauthors)).size,
  }));
  const noun = worksNoun(publications, words);
  const totalTitle = noun.title({ count: 2 });
  const summary = [
    noun.counted({ count: publications.length }),
    ...(rows.length === 0 ? [] : [rows.map(({ label, total }) => `${label}: ${total}`).join(", ")]),
  ].join(". ");
  return {
    title: words.chart.byYear({ works: totalTitle }),
    totalTitle,
    summary,
    rows,
    most: Math.max(0, ...rows.map(({ total }) => total)),
  };
}
