import type { Appearance } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { joinSpans, type Span } from "../text/span.ts";

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
