import type { AppearanceKind } from "@triptych/schema";
import { filePublications, type Publication } from "../works/publication.ts";
import { countKind, KIND_ORDER } from "../works/wording.ts";
import { countWorks, titleOfWorks } from "../works/work-count.ts";

interface YearCount {
  kind: AppearanceKind;
  count: number;
}

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

function countKinds(publications: readonly Publication[]): YearCount[] {
  return KIND_ORDER.map((kind) => ({
    kind,
    count: publications.filter(({ appearances }) => appearances[0]?.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

/**
 * How many works of which kind appeared in each year, a work counted by the appearance it is cited
 * by.
 */
export function composeYearTable(publications: readonly Publication[]): YearTable {
  const rows = filePublications(publications).map(({ label, publications: filed }): YearRow => {
    const counts = countKinds(filed);
    return {
      label,
      total: filed.length,
      countsText: counts.map(({ kind, count }) => countKind(kind, count)).join(", "),
      coauthors: new Set(filed.flatMap(({ coauthors }) => coauthors)).size,
    };
  });
  const totalTitle = titleOfWorks(publications);
  const summary = [
    countWorks(publications.length, publications),
    ...(rows.length === 0 ? [] : [rows.map(({ label, total }) => `${label}: ${total}`).join(", ")]),
  ].join(". ");
  return {
    title: `${totalTitle} by year`,
    totalTitle,
    summary,
    rows,
    most: Math.max(0, ...rows.map(({ total }) => total)),
  };
}
