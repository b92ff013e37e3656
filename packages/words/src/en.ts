/**
 * Every word a reader can see, in English. A translator opens this one file: a second language is
 * a second object of the type `Words`, and does not compile before it is complete.
 *
 * A sentence is a function with named arguments, so that a language may order its parts as it
 * needs. Messages for the owner in a terminal are not here.
 */
export const en = {
  /** What the record names: sections, kinds of works, statuses, honours, links, measures. */
  record: {},
  /** Dates, money, counts, lists, lists of authors, venues. */
  text: {},
  /** Publications and what stands around one. */
  works: {},
  /** Sections, entries and the header of a CV. */
  document: {},
  /** Charts and the network of co-authors. */
  chart: {},
  /** Feeds of the site. */
  feeds: {},
  /** What an edition of the digest says of works and events. */
  digest: {},
  /** What changed between two records. */
  changes: {},
  /** Pages of the website. */
  site: {},
  /** The PDF. */
  pdf: {},
  /** The mails. */
  mail: {},
  /** Pages and notices of the digest service. */
  service: {},
};

export type Words = typeof en;
