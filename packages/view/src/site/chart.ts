import { isAccepted } from "@triptych/schema";
import type { Words } from "@triptych/words";
import type { Filing } from "../works/filing.ts";
import { worksNoun } from "../works/kind-name.ts";
import type { Publication } from "../works/publication.ts";
import { isLedByOwner } from "../works/author-list.ts";

/**
 * How a dot is drawn; never by colour alone: `pending` is hollow, `first` is the accent and has a
 * ring or a larger dot.
 */
export type DotMark = "first" | "coauthor" | "pending";

/** In the order in which a column and the legend show them. */
const MARKS = ["first", "coauthor", "pending"] as const satisfies readonly DotMark[];

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
  /** What the picture is of: `61 papers by year`. */
  title: string;
  columns: ChartColumn[];
  /** How many works each column has: `2019: 1, 2021: 3`. */
  summary: string;
  legend: { mark: DotMark; text: string }[];
}

function dotMark(publication: Publication): DotMark {
  const cited = publication.appearances[0];
  if (cited !== undefined && !isAccepted(cited)) return "pending";
  return isLedByOwner(publication) ? "first" : "coauthor";
}

/** Longer lists are a burden to hear and do not fit beside the chart. */
const MOST_TITLES = 25;

function listTitles(publications: readonly Publication[], words: Words): string {
  const titles = publications.slice(0, MOST_TITLES).map((publication) => publication.title);
  const count = publications.length - MOST_TITLES;
  return [...titles, ...(count > 0 ? [words.chart.more({ count })] : [])].join("\n");
}

/** A column before it has works. */
interface Place {
  label: string;
  shortLabel: string;
}

/** Every year from the first to the last, also those without works; then those without a year. */
function listPlaces(publications: readonly Publication[], words: Words): Place[] {
  const years = publications
    .filter(({ filing }) => filing === "year")
    .map(({ filedUnder }) => Number(filedUnder));
  const first = Math.min(...years);
  const spanned = years.length === 0 ? 0 : Math.max(...years) - first + 1;
  const reasons = ["undated", "under-review"] as const satisfies readonly Filing[];
  return [
    ...Array.from({ length: spanned }, (_, index) => String(first + index)).map((year) => ({
      label: year,
      shortLabel: year,
    })),
    ...reasons
      .filter((reason) => publications.some(({ filing }) => filing === reason))
      .map((reason) => ({
        label: words.record.statuses[reason],
        shortLabel: words.chart.short[reason],
      })),
  ];
}

export function composeChart(publications: readonly Publication[], words: Words): Chart {
  const noun = worksNoun(publications, words);
  const filed = Map.groupBy(publications, ({ filedUnder }) => filedUnder);
  const columns = listPlaces(publications, words).map(({ label, shortLabel }): ChartColumn => {
    const works = filed.get(label) ?? [];
    return {
      label,
      shortLabel,
      name: `${label}: ${noun.counted({ count: works.length })}`,
      worksText: listTitles(works, words),
      dots: works
        .map((publication) => ({ id: publication.id, mark: dotMark(publication) }))
        .sort((a, b) => MARKS.indexOf(a.mark) - MARKS.indexOf(b.mark)),
    };
  });
  const used = new Set(columns.flatMap(({ dots }) => dots.map(({ mark }) => mark)));
  const counts = columns
    .filter(({ dots }) => dots.length > 0)
    .map(({ label, dots }) => `${label}: ${dots.length}`);
  return {
    title: words.chart.byYear({ works: noun.counted({ count: publications.length }) }),
    columns,
    summary: counts.join(", "),
    legend: MARKS.filter((mark) => used.has(mark)).map((mark) => ({
      mark,
      text: words.chart.marks[mark],
    })),
  };
}
