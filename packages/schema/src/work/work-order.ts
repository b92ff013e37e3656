import type { Work } from "./work.ts";
import { WORK_GROUP_IDS, WORK_KINDS, type WorkGroupId } from "../work-kind.ts";

/**
 * The group a work is listed in, by the kind of the appearance it is cited by. What is under review
 * is no journal article yet, nor a book; a patent is pending among the patents.
 */
export function groupOfWork({ appearances: [cited] }: Pick<Work, "appearances">): WorkGroupId {
  if (cited === undefined) return WORK_KINDS.other.group;
  const isManuscript = cited.status === "under-review" && cited.kind !== "patent";
  return isManuscript ? "preprint" : WORK_KINDS[cited.kind].group;
}

/**
 * Works in the order of the CV's numbers: group by group, inside a group in the order of the
 * record. The first is [1].
 */
export function orderWorks({ publications }: { publications: readonly Work[] }): Work[] {
  return WORK_GROUP_IDS.flatMap((id) => publications.filter((work) => groupOfWork(work) === id));
}
