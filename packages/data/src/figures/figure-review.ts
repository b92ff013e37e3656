import { type Cv, orderWorks } from "@triptych/schema";
import { type Derived, deriveMeasure } from "./measure.ts";

/** A reported figure that the record does not bear out, with the reason. */
export interface FigureWarning {
  path: (string | number)[];
  message: string;
}

/** `[1]-[7], [9]` from numbers in rising order. */
export function formatNumbers(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) =>
      first === last
        ? `[${first}]`
        : last === first + 1
          ? `[${first}], [${last}]`
          : `[${first}]-[${last}]`,
    )
    .join(", ");
}

/** Thousands are parted here: a formatter of the engine costs a tenth of a whole check. */
const show = (value: number) =>
  String(Math.round(value * 1000) / 1000).replace(/^\d+/, (whole) =>
    whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ","),
  );

/** The entries counted: works by their number in the CV, grants by their amount and title. */
function listCounted(cv: Cv, { counted }: Derived): string {
  if (counted.list === "publications") {
    const numbers = new Map(orderWorks(cv).map(({ id }, index) => [id, index + 1]));
    return formatNumbers(counted.ids.flatMap((id) => numbers.get(id) ?? []));
  }
  return counted.amounts.map(({ title, value }) => `${show(value)} (${title})`).join(", ");
}

/** Compares each reported figure with the one derived from the record. */
export function reviewFigures(cv: Cv): FigureWarning[] {
  return cv.figures.flatMap((figure, index): FigureWarning[] => {
    const derived = deriveMeasure(cv, figure.measure, figure.currency);
    if (derived === undefined || derived.value === figure.value) return [];
    const entries = listCounted(cv, derived) || "none";
    const difference =
      `${figure.measure} is reported as ${show(figure.value)}, the record gives ` +
      show(derived.value);
    return [
      { path: ["figures", index], message: `${difference}, counting ${derived.rule}: ${entries}` },
    ];
  });
}
