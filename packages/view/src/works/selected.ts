import type { Cv, Honour } from "@triptych/schema";
import { compareByDay } from "./publication-order.ts";
import type { Publication } from "./publication.ts";

/** The order in which honours speak for a work. */
const HONOUR_ORDER: readonly Honour[] = [
  "best-paper",
  "outstanding-paper",
  "best-paper-runner-up",
  "oral",
  "spotlight",
];

function rankOf(publication: Publication): number {
  return Math.min(...publication.honours.map((honour) => HONOUR_ORDER.indexOf(honour)));
}

/**
 * Works with honours, the highest honour first, newer before older; works of the same day keep the
 * order of the CV.
 */
export function honouredPublications(publications: readonly Publication[]): Publication[] {
  return publications
    .filter((publication) => publication.honours.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || compareByDay(a, b));
}

/**
 * The works that stand for the rest: all that the settings name, in their order; where they name
 * none, the honoured ones, at most `count`.
 */
export function selectedPublications(
  cv: Cv,
  publications: readonly Publication[],
  count: number,
): Publication[] {
  const { selected } = cv.settings;
  return selected === undefined
    ? honouredPublications(publications).slice(0, count)
    : selected.flatMap((id) => publications.filter((publication) => publication.id === id));
}
