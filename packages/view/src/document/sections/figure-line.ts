import { type Cv, Measure, type ReportedFigure } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { formatDate } from "../../text/date.ts";
import { textLine } from "./draft-entry.ts";
import type { Line } from "./entry.ts";

const PUBLICATION_MEASURES = Measure.options.filter((measure) => measure !== "grants-total");

const GRANT_MEASURES = ["grants-total"] as const satisfies readonly Measure[];

function figureText({ measure, value, currency }: ReportedFigure, words: Words): string {
  const name = words.record.measures[measure];
  return currency === undefined
    ? name({ amount: words.text.number(value), count: value })
    : // A sum is many of its currency.
      name({ amount: words.text.money({ value, currency }), count: 2 });
}

/** When and by whom a figure was reported, for figures that were reported together. */
const occasionOf = ({ asOf, asOfPrinted, source }: ReportedFigure) =>
  JSON.stringify(asOf === undefined ? [source] : [source, asOf, asOfPrinted]);

/** One line for each date and source, in the order of `measures`. */
function figureLines(cv: Cv, words: Words, measures: readonly Measure[]): Line[] {
  const figures = measures.flatMap((measure) =>
    cv.figures.filter((figure) => figure.measure === measure),
  );
  return [...Map.groupBy(figures, occasionOf).values()].flatMap((reported): Line[] => {
    const [first] = reported;
    if (first === undefined) return [];
    const reportedText = words.document.reported({
      figures: reported.map((figure) => figureText(figure, words)).join(", "),
      source: first.source,
      date: first.asOf === undefined ? undefined : formatDate(first.asOf, words),
      printed: first.asOfPrinted,
    });
    return [textLine("detail", [reportedText])];
  });
}

export function publicationFigureLines(cv: Cv, words: Words): Line[] {
  return figureLines(cv, words, PUBLICATION_MEASURES);
}

export function grantFigureLines(cv: Cv, words: Words): Line[] {
  return figureLines(cv, words, GRANT_MEASURES);
}
