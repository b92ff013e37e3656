import type { Cv, Measure, ReportedFigure } from "@triptych/schema";
import type { Line } from "./entry.ts";
import { formatMoney } from "./money-text.ts";
import { formatDate } from "./partial-date-text.ts";
import { MEASURE_NAMES } from "./wording.ts";

const PUBLICATION_MEASURES = [
  "works", "core-a-star-papers", "core-a-papers", "journal-papers", "first-author-papers", "last-author-papers", "citations", "h-index", "i10-index",
] as const satisfies readonly Measure[];

const GRANT_MEASURES = ["grants-total"] as const satisfies readonly Measure[];

function figureText(figure: ReportedFigure): string {
  if (figure.currency !== undefined) return `${formatMoney({ value: figure.value, currency: figure.currency })} ${MEASURE_NAMES[figure.measure][1]}`;
  const [one, many] = MEASURE_NAMES[figure.measure];
  const value = new Intl.NumberFormat("en-US").format(figure.value);
  return one.endsWith("index") ? `${one} ${value}` : `${value} ${figure.value === 1 ? one : many}`;
}

function dateText(figure: ReportedFigure): string {
  if (figure.asOf === undefined) return "";
  const printed = figure.asOfPrinted === undefined ? "" : ` (printed ${figure.asOfPrinted})`;
  return ` as of ${formatDate(figure.asOf)}${printed}`;
}

/** One line for each date and source: `Reported: 61 papers, 27 CORE A* conference papers (publication summary of the CV)`. */
function figureLines(cv: Cv, measures: readonly Measure[]): Line[] {
  const figures = measures.flatMap((measure) => cv.figures.filter((figure) => figure.measure === measure));
  const occasions = [...new Set(figures.map((figure) => `${dateText(figure)}; source: ${figure.source}`))];
  return occasions.map((occasion) => {
    const texts = figures.filter((figure) => `${dateText(figure)}; source: ${figure.source}` === occasion).map(figureText);
    return { role: "detail", spans: [{ text: `Reported${occasion.replace(/; source: .*$/, "")}: ${texts.join(", ")} (${occasion.replace(/^.*?; source: /, "")})` }] };
  });
}

export function publicationFigureLines(cv: Cv): Line[] {
  return figureLines(cv, PUBLICATION_MEASURES);
}

export function grantFigureLines(cv: Cv): Line[] {
  return figureLines(cv, GRANT_MEASURES);
}
