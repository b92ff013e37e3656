import type { Journal } from "../journal/journal.ts";

/** A machine that has told nothing yet and takes no notes. */
export const EMPTY_JOURNAL: Pick<Journal, "readAnnounced" | "announce"> = {
  readAnnounced: () => ({ milestones: new Set(), lastEdition: 0 }),
  announce: () => undefined,
};
