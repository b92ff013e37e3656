import { coauthorAddress } from "./addresses.ts";
import { paramsOf } from "./page-params.ts";
import { readCoauthors } from "./record.ts";

/**
 * One page for each co-author. A record without any gets one that nothing links, because Next wants
 * at least one.
 */
export function coauthorParams(): Promise<{ id: string }[]> {
  return paramsOf(readCoauthors(), coauthorAddress);
}
