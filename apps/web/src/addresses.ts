/** The one home of addresses below the site's root. All pages end in a slash. */

export function workAddress(id: string): string {
  return `/publications/${id}/`;
}

export function coauthorAddress(id: string): string {
  return `/co-authors/${id}/`;
}

/** The place of a year (or `Under review`) on the publications page. */
export function filingId(label: string): string {
  return `filed-${label.toLowerCase().replaceAll(" ", "-")}`;
}

/** Pages that show sections of the CV on their own. */
export const SECTION_ADDRESSES = { talks: "/talks/", teaching: "/teaching/", service: "/service/", awards: "/awards/" } as const;
