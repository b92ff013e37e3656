import type { Institution } from "@triptych/schema";

/**
 * `Eindhoven University of Technology (TU/e), The Netherlands`; the unit is shown on a line of its
 * own by those who want it.
 */
export function institutionText(institution: Institution): string {
  const acronym = institution.acronym === undefined ? "" : ` (${institution.acronym})`;
  return [`${institution.name}${acronym}`, institution.place]
    .filter((part) => part !== undefined)
    .join(", ");
}
