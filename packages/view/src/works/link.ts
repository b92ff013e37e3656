import type { Appearance } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { joinSpans, type Span } from "../text/span.ts";

/** Kinds of links that may open the work itself. */
const FULL_TEXTS: ReadonlySet<string> = new Set(["paper", "preprint"]);

const isPdf = (url: string) => new URL(url).pathname.toLowerCase().endsWith(".pdf");

/**
 * What lists offer of a work beside its venue, each by one short word and once: the PDF first, then
 * the rest in the order of its appearances. Every arXiv identifier has a PDF at a known address
 * (arXiv's identifier scheme, "URLs"). The work's own page has all of its links.
 */
export function listedLinkSpans(appearances: readonly Appearance[], words: Words): Span[] {
  const { pdf, doi: doiText } = words.works;
  const spans = appearances.flatMap(({ doi, arxiv, links }): Span[] => [
    ...links.map(({ type, url }) => ({
      text: FULL_TEXTS.has(type) && isPdf(url) ? pdf : words.record.links[type],
      href: url,
    })),
    ...(arxiv === undefined ? [] : [{ text: pdf, href: `https://arxiv.org/pdf/${arxiv}` }]),
    ...(doi === undefined ? [] : [{ text: doiText, href: `https://doi.org/${doi}` }]),
  ]);
  return [...Map.groupBy(spans, ({ text }) => text).values()]
    .flatMap(([first]) => first ?? [])
    .sort((a, b) => Number(b.text === pdf) - Number(a.text === pdf));
}

/** Identifiers and links that lead to the appearance itself, in the order a reader tries them. */
export function linkSpans({ doi, arxiv, links }: Appearance, words: Words): Span[] {
  const spans: Span[] = [
    ...(doi === undefined ? [] : [{ text: `doi:${doi}`, href: `https://doi.org/${doi}` }]),
    ...(arxiv === undefined
      ? []
      : [{ text: `arXiv:${arxiv}`, href: `https://arxiv.org/abs/${arxiv}` }]),
    ...links.map(({ type, url }) => ({ text: words.record.links[type], href: url })),
  ];
  return joinSpans(
    spans.map((span) => [span]),
    ", ",
  );
}
