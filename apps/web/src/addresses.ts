/** The one home of addresses below the site's root. All pages end in a slash. */

export function workAddress(id: string): string {
  return `/publications/${id}/`;
}

export function coauthorAddress(id: string): string {
  return `/co-authors/${id}/`;
}

/** Where all works stand, by what they are grouped by. */
export const GROUPING_ADDRESSES = {
  year: "/publications/",
  kind: "/kinds/",
  venue: "/venues/",
} as const;

export function bibtexAddress(id: string): string {
  return `${workAddress(id)}cite.bib`;
}

/** Every file the site hands out. */
export const DATA_ADDRESS = "/data/";

/** What a record may hold, explained. */
export const SCHEMA_ADDRESS = "/schema/";

/** The place of a year (or `Under review`, a kind, a venue) on a list of works. */
export function filingId(label: string): string {
  return `filed-${label.toLowerCase().replaceAll(" ", "-")}`;
}

/** Pages that show sections of the CV on their own. */
export const SECTION_ADDRESSES = {
  projects: "/projects/",
  exhibitions: "/exhibitions/",
  talks: "/talks/",
  teaching: "/teaching/",
  service: "/service/",
  awards: "/awards/",
} as const;
