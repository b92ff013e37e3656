import type { Marks } from "../journal/journal.ts";

/** A machine that has told nothing yet and takes no notes. */
export const NO_MARKS: Pick<Marks, "readAnnounced" | "announce"> = {
  readAnnounced: () => ({ milestones: new Set(), lastEdition: 0 }),
  announce: () => undefined,
};
