import type { Cv } from "@triptych/schema";
import { deriveMeasure } from "./measure.ts";

/** A reported figure that the record does not bear out, with the reason. */
export interface FigureWarning {
  path: (string | number)[];
  message: string;
}

/** `1–3, 7` from numbers in rising order. */
function formatNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(", ");
}

/** Compares each reported figure with the one derived from the record. The works counted are named by their place in `publications`. */
export function reviewFigures(cv: Cv): FigureWarning[] {
  return cv.figures.flatMap((figure, index): FigureWarning[] => {
    const derived = deriveMeasure(cv, figure.measure, figure.currency);
    if (derived === undefined || derived.value === figure.value) return [];
    const places = derived.counted.map((work) => cv.publications.indexOf(work) + 1);
    const entries = places.length === 0 ? "" : `: entries ${formatNumbers(places)}`;
    const number = (value: number) => value.toLocaleString("en-US");
    return [{ path: ["figures", index], message: `${figure.measure} is reported as ${number(figure.value)}, the record gives ${number(derived.value)} (counted ${derived.rule}${entries})` }];
  });
}
