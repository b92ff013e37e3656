/** The facets that are part of the address besides `q`. */
export const FACETS = ["year", "kind", "venue", "honour", "author", "with"] as const;

const KEYS = ["q", ...FACETS] as const;

/** What is looked for; an empty text narrows nothing. */
export type Query = Record<(typeof KEYS)[number], string>;

/** Reads a query from `?q=…&year=…`; parameters it does not know are left alone. */
export function readQuery(search: string): Query {
  const parameters = new URLSearchParams(search);
  const value = (key: string) => parameters.get(key) ?? "";
  return {
    q: value("q"),
    year: value("year"),
    kind: value("kind"),
    venue: value("venue"),
    honour: value("honour"),
    author: value("author"),
    with: value("with"),
  };
}

/**
 * The query as the search part of an address: in a fixed order, without what narrows nothing; empty
 * for the empty query.
 */
export function writeQuery(query: Query): string {
  const parameters = new URLSearchParams();
  for (const key of KEYS) if (query[key] !== "") parameters.set(key, query[key]);
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}
