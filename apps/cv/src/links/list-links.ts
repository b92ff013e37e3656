import type { Cv } from "@triptych/schema";

/** An address of the record, and the first place it stands at. */
export interface RecordLink {
  url: string;
  path: (string | number)[];
}

/** Where a value of the record leads: addresses themselves, and identifiers by their resolvers. */
function addressOf(key: string, value: string): string | undefined {
  if (key === "url") return value;
  if (key === "doi") return `https://doi.org/${value}`;
  if (key === "arxiv") return `https://arxiv.org/abs/${value}`;
  return key === "orcid" ? `https://orcid.org/${value}` : undefined;
}

function walk(value: unknown, path: (string | number)[], key: string): RecordLink[] {
  if (typeof value === "string") {
    const url = addressOf(key, value);
    return url === undefined ? [] : [{ url, path }];
  }
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => walk(item, [...path, index], key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => walk(item, [...path, name], name));
}

/**
 * Every address of the record, each once. The site's own address is not asked: it may not be up
 * yet.
 */
export function listLinks({ settings: _settings, ...rest }: Cv): RecordLink[] {
  const links = new Map<string, RecordLink>();
  for (const link of walk(rest, [], "")) if (!links.has(link.url)) links.set(link.url, link);
  return [...links.values()];
}
