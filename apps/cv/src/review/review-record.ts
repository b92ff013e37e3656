import type { Cv } from "@triptych/schema";
import { findDuplicateWorks } from "./duplicate-works.ts";
import { findSimilarNames } from "./similar-names.ts";
import { findSuspiciousDates } from "./suspicious-dates.ts";
import { findCapitalTitles, findTextFaults } from "./text-faults.ts";
import { findUndrawnCharacters } from "./undrawn-characters.ts";
import { findUnusedEntries } from "./unused-entries.ts";
import type { Warning } from "./warning.ts";

/**
 * What is valid and probably not meant, in a record without faults.
 * @param today `YYYY-MM-DD`
 */
export function reviewRecord(cv: Cv, today: string): Warning[] {
  return [
    ...findDuplicateWorks(cv),
    ...findSimilarNames(cv),
    ...findUnusedEntries(cv),
    ...findCapitalTitles(cv),
    ...findSuspiciousDates(cv, today),
    ...findTextFaults(cv),
    ...findUndrawnCharacters(cv),
  ];
}
