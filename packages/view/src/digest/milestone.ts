import { type Appearance, type Cv, isAccepted, type Work } from "@triptych/schema";
import { earliestDay } from "../text/date.ts";

/**
 * What can happen to a work: it `appeared` in the record, was `accepted` somewhere, or was
 * `honoured`.
 */
export type MilestoneKind = "appeared" | "accepted" | "honoured";

/**
 * Something about a work that is announced once, ever. The key does not depend on order, files,
 * titles or dates, so an edit or a move in the record never announces it again.
 */
export interface Milestone {
  key: string;
  kind: MilestoneKind;
  workId: string;
  /** Which appearance it is about; undefined for `appeared`. */
  appearance?: number;
  /** First day it can have happened, where the record dates it. */
  day?: string;
}

/** What an appearance is known by: its venue and kind, or the workshop's name. */
function appearanceName(appearance: Appearance): string {
  return [appearance.kind, appearance.venue, appearance.workshop?.toLowerCase()]
    .filter((part) => part !== undefined)
    .join("/");
}

function workMilestones(work: Work): Milestone[] {
  const days = work.appearances
    .flatMap((appearance) => (appearance.date === undefined ? [] : [earliestDay(appearance.date)]))
    .sort();
  const appeared: Milestone = {
    key: `${work.id}:appeared`,
    kind: "appeared",
    workId: work.id,
    ...(days[0] === undefined ? {} : { day: days[0] }),
  };
  const later = work.appearances.flatMap((appearance, index): Milestone[] => {
    const day = appearance.date === undefined ? {} : { day: earliestDay(appearance.date) };
    const name = appearanceName(appearance);
    const accepted: Milestone[] = isAccepted(appearance)
      ? [
          {
            key: `${work.id}:accepted:${name}`,
            kind: "accepted",
            workId: work.id,
            appearance: index,
            ...day,
          },
        ]
      : [];
    const honoured = appearance.honours.map((honour): Milestone => ({
      key: `${work.id}:honoured:${name}:${honour}`,
      kind: "honoured",
      workId: work.id,
      appearance: index,
      ...day,
    }));
    return [...accepted, ...honoured];
  });
  return [appeared, ...later];
}

/** Every milestone the record holds, in its order. */
export function listMilestones(cv: Cv): Milestone[] {
  return cv.publications.flatMap(workMilestones);
}
