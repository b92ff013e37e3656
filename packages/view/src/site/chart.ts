import { isAccepted } from "@triptych/schema";
import type { Publication } from "../works/publication.ts";
import { countWorks, titleOfWorks } from "../works/work-count.ts";

/**
 * How a dot is drawn; never by colour alone: `pending` is hollow, `first` is the accent and has a
 * ring or a larger dot.
 */
export type DotMark = "first" | "coauthor" | "pending";

export interface ChartDot {
  id: string;
  mark: DotMark;
}

export interface ChartColumn {
  label: string;
  /** The label where there is room for four or six letters only. */
  shortLabel: string;
  /** What the column says in words: `2019: 3 papers`. */
  name: string;
  /** The works of the column, a line each. */
  worksText: string;
  dots: ChartDot[];
}

/** The unit chart: a dot per work, a column per year from old to new, then those without a year. */
export interface Chart {
  /** What the picture is of: `Papers by year`. */
  title: string;
  columns: ChartColumn[];
  /** One sentence that says what the picture shows. */
  summary: string;
  legend: { mark: DotMark; text: string }[];
}

const DOT_LEGEND = [
  { mark: "first", text: "first author" },
  { mark: "coauthor", text: "co-author" },
  { mark: "pending", text: "not yet peer reviewed" },
] as const satisfies Chart["legend"];

const SHORT_LABELS: Record<string, string> = { "Under review": "review", Undated: "n.d." };

function dotMark(publication: Publication): DotMark {
  const cited = publication.appearances[0];
  if (cited !== undefined && !isAccepted(cited)) return "pending";
  return publication.position === "first" || publication.position === "only" ? "first" : "coauthor";
}

function yearsBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** Longer lists are a burden to hear and do not fit beside the chart. */
const MOST_TITLES = 25;

function listTitles(publications: readonly Publication[]): string {
  const titles = publications.slice(0, MOST_TITLES).map((publication) => publication.title);
  return [
    ...titles,
    ...(publications.length > MOST_TITLES ? [`and ${publications.length - MOST_TITLES} more`] : []),
  ].join("\n");
}

export function composeChart(publications: readonly Publication[]): Chart {
  const years = publications
    .filter((publication) => publication.dated)
    .map((publication) => Number(publication.filedUnder));
  const spans = years.length === 0 ? [] : yearsBetween(Math.min(...years), Math.max(...years));
  const undated = ["Undated", "Under review"].filter((label) =>
    publications.some((publication) => publication.filedUnder === label),
  );
  const order = ["first", "coauthor", "pending"];
  const filed = Map.groupBy(publications, (publication) => publication.filedUnder);
  const columns = [...spans, ...undated].map((label): ChartColumn => {
    const works = filed.get(label) ?? [];
    return {
      label,
      shortLabel: SHORT_LABELS[label] ?? label,
      name: `${label}: ${countWorks(works.length, publications)}`,
      worksText: listTitles(works),
      dots: works
        .map((publication) => ({ id: publication.id, mark: dotMark(publication) }))
        .sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark)),
    };
  });
  const used = new Set(columns.flatMap((column) => column.dots.map((dot) => dot.mark)));
  const counts = columns
    .filter((column) => column.dots.length > 0)
    .map((column) => `${column.label}: ${column.dots.length}`);
  return {
    title: `${titleOfWorks(publications)} by year`,
    columns,
    summary: [
      countWorks(publications.length, publications),
      ...(counts.length === 0 ? [] : [counts.join(", ")]),
    ].join(". "),
    legend: DOT_LEGEND.filter((item) => used.has(item.mark)),
  };
}
