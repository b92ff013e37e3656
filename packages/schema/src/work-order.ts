import type { Cv } from "./cv.ts";
import type { AppearanceKind, Work } from "./work.ts";

/** The groups of the publication list by the kind of the appearance a work is cited by, in the order in which the CV numbers them. */
const WORK_GROUPS = [
  { id: "conference", kinds: ["conference", "workshop"] },
  { id: "journal", kinds: ["journal"] },
  { id: "preprint", kinds: ["preprint"] },
  { id: "thesis", kinds: ["thesis"] },
] as const satisfies readonly { id: string; kinds: readonly AppearanceKind[] }[];

export type WorkGroupId = (typeof WORK_GROUPS)[number]["id"];

/** The ids of the groups in the order of the CV. */
export const WORK_GROUP_IDS: readonly WorkGroupId[] = WORK_GROUPS.map(({ id }) => id);

/** The group a work is listed in. */
export function groupOfWork({ appearances }: Pick<Work, "appearances">): WorkGroupId {
  const kind = appearances[0]?.kind;
  return WORK_GROUPS.find(({ kinds }) => kinds.some((known) => known === kind))?.id ?? "conference";
}

/** Works in the order of the CV's numbers: group by group, inside a group in the order of the record. The first is [1]. */
export function orderWorks(cv: Pick<Cv, "publications">): Work[] {
  return WORK_GROUP_IDS.flatMap((id) => cv.publications.filter((work) => groupOfWork(work) === id));
}
