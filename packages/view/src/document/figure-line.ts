import { type Cv, Measure, type ReportedFigure } from "@triptych/schema";
import type { Line } from "./entry.ts";
import { formatMoney } from "../text/money.ts";
import { formatDate } from "../text/date.ts";
import { MEASURE_NAMES } from "../works/wording.ts";

const PUBLICATION_MEASURES = Measure.options.filter((measure) => measure !== "grants-total");

const GRANT_MEASURES = ["grants-total"] as const satisfies readonly Measure[];

function figureText(figure: ReportedFigure): string {
  if (figure.currency !== undefined)
    return `${formatMoney({ value: figure.value, currency: figure.currency })} ${MEASURE_NAMES[figure.measure][1]}`;
  const [one, many] = MEASURE_NAMES[figure.measure];
  const value = new Intl.NumberFormat("en-US").format(figure.value);
  return one.endsWith("index") ? `${one} ${value}` : `${value} ${figure.value === 1 ? one : many}`;
}

/**
 * When and by whom a figure was reported: `Reported as of 9 Jul 2024 (printed 07-09-2024)` and the
 * source.
 */
function occasionOf(figure: ReportedFigure): { date: string; source: string } {
  if (figure.asOf === undefined) return { date: "", source: figure.source };
  const printed = figure.asOfPrinted === undefined ? "" : ` (printed ${figure.asOfPrinted})`;
  return { date: ` as of ${formatDate(figure.asOf)}${printed}`, source: figure.source };
}

/** One line for each date and source, in the order of `measures`. */
function figureLines(cv: Cv, measures: readonly Measure[]): Line[] {
  const figures = measures.flatMap((measure) =>
    cv.figures.filter((figure) => figure.measure === measure),
  );
  const occasions = Map.groupBy(figures, (figure) => JSON.stringify(occasionOf(figure)));
  return [...occasions.values()].flatMap((reported): Line[] => {
    const [first] = reported;
    if (first === undefined) return [];
    const { date, source } = occasionOf(first);
    return [
      {
        role: "detail",
        spans: [{ text: `Reported${date}: ${reported.map(figureText).join(", ")} (${source})` }],
      },
    ];
  });
}

export function publicationFigureLines(cv: Cv): Line[] {
  return figureLines(cv, PUBLICATION_MEASURES);
}

export function grantFigureLines(cv: Cv): Line[] {
  return figureLines(cv, GRANT_MEASURES);
}
