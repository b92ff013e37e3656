import type { Cv } from "./cv.ts";
import type { AppearanceKind, Work } from "./work.ts";

/**
 * The groups of the publication list by the kind of the appearance a work is cited by, in the order
 * in which the CV numbers them.
 */
const WORK_GROUPS = [
  { id: "book", kinds: ["book"] },
  { id: "edited-book", kinds: ["edited-book"] },
  { id: "translation", kinds: ["translation"] },
  { id: "conference", kinds: ["conference", "workshop"] },
  { id: "journal", kinds: ["journal"] },
  { id: "chapter", kinds: ["chapter"] },
  { id: "review", kinds: ["review"] },
  { id: "preprint", kinds: ["preprint"] },
  { id: "report", kinds: ["report"] },
  { id: "patent", kinds: ["patent"] },
  { id: "dataset", kinds: ["dataset"] },
  { id: "software", kinds: ["software"] },
  { id: "poster", kinds: ["poster"] },
  { id: "thesis", kinds: ["thesis"] },
  { id: "master-thesis", kinds: ["master-thesis"] },
  { id: "other", kinds: ["other"] },
] as const satisfies readonly { id: string; kinds: readonly AppearanceKind[] }[];

export type WorkGroupId = (typeof WORK_GROUPS)[number]["id"];

/** The ids of the groups in the order of the CV. */
export const WORK_GROUP_IDS: readonly WorkGroupId[] = WORK_GROUPS.map(({ id }) => id);

/** The group a work is listed in. */
export function groupOfWork({ appearances }: Pick<Work, "appearances">): WorkGroupId {
  const kind = appearances[0]?.kind;
  return WORK_GROUPS.find(({ kinds }) => kinds.some((known) => known === kind))?.id ?? "other";
}

/**
 * Works in the order of the CV's numbers: group by group, inside a group in the order of the
 * record. The first is [1].
 */
export function orderWorks(cv: Pick<Cv, "publications">): Work[] {
  return WORK_GROUP_IDS.flatMap((id) => cv.publications.filter((work) => groupOfWork(work) === id));
}
