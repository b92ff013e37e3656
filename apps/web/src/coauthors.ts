import { readCoauthors } from "./record.ts";

/**
 * One page for each co-author. A record without any gets one that nothing links, because Next wants
 * at least one.
 */
export function coauthorParams(): { id: string }[] {
  const ids = readCoauthors().map(({ id }) => ({ id }));
  return ids.length === 0 ? [{ id: "none" }] : ids;
}
