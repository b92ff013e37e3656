import type { Cv } from "./cv.ts";
import type { AppearanceKind, Work } from "./work.ts";

/** The groups of the publication list by the kind of the appearance a work is cited by, in the order in which the CV numbers them. */
const NUMBERED_KINDS = [["conference", "workshop"], ["journal"], ["preprint"], ["thesis"]] as const satisfies readonly (readonly AppearanceKind[])[];

/** Works in the order of the CV's numbers: group by group, inside a group in the order of the record. The first is [1]. */
export function orderWorks(cv: Pick<Cv, "publications">): Work[] {
  return NUMBERED_KINDS.flatMap((kinds) => cv.publications.filter(({ appearances }) => kinds.some((kind) => kind === appearances[0]?.kind)));
}
