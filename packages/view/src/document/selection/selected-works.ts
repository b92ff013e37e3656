import { createRoster, type Cv, orderWorks, type Variant, type Work } from "@triptych/schema";
import { earliestDay, latestDay } from "../../text/date.ts";
import { type OwnerPosition, ownerPosition } from "../../works/author-list.ts";
import { type DayRange, isInWindow } from "./day-range.ts";

function workDays({ appearances }: Work): DayRange | undefined {
  const dates = appearances.flatMap(({ date }) => date ?? []);
  const [first] = dates.map(earliestDay).sort();
  const last = dates.map(latestDay).sort().at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function hasPosition(position: OwnerPosition, wanted: readonly ("first" | "last")[]): boolean {
  return position === "only" || wanted.some((known) => known === position);
}

/** Whether a work meets all conditions of a variant but that of their number. */
function isSelected(work: Work, position: OwnerPosition, variant: Variant): boolean {
  const { ids, kinds, honours, author } = variant.works ?? {};
  const cited = work.appearances[0];
  return (
    isInWindow(workDays(work), variant) &&
    (ids === undefined || ids.includes(work.id)) &&
    (kinds === undefined || (cited !== undefined && kinds.includes(cited.kind))) &&
    (honours === undefined ||
      work.appearances.some((appearance) =>
        appearance.honours.some((honour) => honours.includes(honour)),
      )) &&
    (author === undefined || hasPosition(position, author))
  );
}

/** The works that a variant shows, in the order of their numbers. */
export function selectWorks(cv: Cv, variant: Variant): Work[] {
  const roster = createRoster(cv);
  return orderWorks(cv)
    .filter((work) => isSelected(work, ownerPosition(work, roster), variant))
    .slice(0, variant.works?.atMost);
}
