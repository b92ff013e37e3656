import type { AppearanceKind } from "@triptych/schema";
import type { Notebook } from "./finding.ts";
import { findArxivId, foldArxivId, readArxivId, readDoi, readUrl } from "./identifier.ts";
import type { Reference } from "./reference.ts";

/** The addresses that are no identifier in another form. */
export function fitLinks(
  reference: Reference,
  kind: AppearanceKind,
  ids: { doi?: string | undefined; arxiv?: string | undefined },
  notebook: Notebook,
) {
  const type = kind === "preprint" ? "preprint" : "paper";
  const urls = reference.urls.flatMap((text): string[] => {
    const url = readUrl(text);
    if (url === undefined) notebook.drop("url", `“${text}” is not a full web address`);
    if (url === undefined) return [];
    const { hostname } = new URL(url);
    const isSameDoi =
      /(^|\.)doi\.org$/.test(hostname) &&
      ids.doi !== undefined &&
      readDoi(url)?.toLowerCase() === ids.doi.toLowerCase();
    const arxiv = /(^|\.)arxiv\.org$/.test(hostname)
      ? readArxivId(url)
      : /(^|\.)doi\.org$/.test(hostname)
        ? findArxivId(url)
        : undefined;
    const isSameArxiv =
      arxiv !== undefined &&
      ids.arxiv !== undefined &&
      foldArxivId(arxiv) === foldArxivId(ids.arxiv);
    return isSameDoi || isSameArxiv ? [] : [url];
  });
  const stated = (reference.links ?? []).filter(({ url }) => !urls.includes(url));
  return [...[...new Set(urls)].map((url) => ({ type, url }) as const), ...stated];
}

export function fitIdentifiers(reference: Reference): {
  doi?: string | undefined;
  arxiv?: string | undefined;
} {
  const links = reference.urls.filter((url) =>
    /^https?:\/\/(?:\w+\.)*(?:doi|arxiv)\.org\//i.test(url.trim()),
  );
  const doi = [reference.doi, ...links.filter((url) => /doi\.org/i.test(url))]
    .flatMap((text) => (text === undefined ? [] : [readDoi(text)]))
    .find(Boolean);
  const stated = reference.arxiv === undefined ? undefined : readArxivId(reference.arxiv);
  const speaking = [
    reference.container,
    reference.doi,
    reference.volume,
    reference.note,
    ...links,
  ].flatMap((text) => (text === undefined ? [] : [findArxivId(text)]));
  // The archive's own DOIs say nothing beyond the identifier.
  return {
    doi: doi !== undefined && doi.startsWith("10.48550/") ? undefined : doi,
    arxiv: stated ?? speaking.find((id) => id !== undefined),
  };
}
