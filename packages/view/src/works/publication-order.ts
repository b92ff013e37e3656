import type { Filed, Filing } from "./filing.ts";
import type { Publication } from "./publication.ts";

/** Newest first; what has no date comes last, works of the same day in the order of the CV. */
export function compareByDay(a: Publication, b: Publication): number {
  return a.day === b.day ? a.number - b.number : a.day < b.day ? 1 : -1;
}

export interface FiledPublications {
  label: string;
  publications: Publication[];
}

const WITHOUT_YEAR: Record<Exclude<Filing, "year">, string> = {
  "under-review": "0001",
  undated: "0000",
};

const rankOf = ({ filing, filedUnder }: Filed) =>
  filing === "year" ? filedUnder : WITHOUT_YEAR[filing];

/** The years from new to old, then what is under review, then what has no date. */
export function filePublications(publications: readonly Publication[]): FiledPublications[] {
  return [...Map.groupBy(publications, rankOf)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, filed]) => ({ label: filed[0]?.filedUnder ?? "", publications: filed }));
}

/** The newest dated works, newest first. */
export function newestPublications(
  publications: readonly Publication[],
  count: number,
): Publication[] {
  return publications
    .filter(({ filing }) => filing === "year")
    .sort(compareByDay)
    .slice(0, count);
}
