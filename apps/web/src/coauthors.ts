import { type Coauthor, composeCoauthors } from "@triptych/view";
import { cache } from "react";
import { readRecord } from "./record.ts";

/** The co-authors of the record, composed once a page. */
export const readCoauthors = cache((): Coauthor[] => composeCoauthors(readRecord()));

/** One page for each co-author. A record without any gets one that nothing links, because Next wants at least one. */
export function coauthorParams(): { id: string }[] {
  const ids = readCoauthors().map(({ id }) => ({ id }));
  return ids.length === 0 ? [{ id: "none" }] : ids;
}
