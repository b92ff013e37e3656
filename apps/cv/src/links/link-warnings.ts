import type { Warning } from "../review/warning.ts";
import type { TestedLink } from "./test-links.ts";

/** Addresses that lead nowhere, as warnings. Servers that would not say are left in peace. */
export function linkWarnings(tested: readonly TestedLink[]): Warning[] {
  return tested.flatMap(({ url, path, outcome }): Warning[] => {
    if (outcome.kind === "gone")
      return [
        {
          path,
          message:
            `${url} is answered with ${outcome.status}, not found; find its new address or ` +
            "remove it",
        },
      ];
    if (outcome.kind === "unreachable")
      return [
        {
          path,
          message:
            `${url} cannot be reached (${outcome.reason}); try again later, then find another ` +
            "address",
        },
      ];
    return [];
  });
}
