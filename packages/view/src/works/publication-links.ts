import { joinSpans, type Span } from "../text/span.ts";
import type { Publication } from "./publication.ts";

/**
 * What can be opened of a work, each once, in the order of its appearances and at most so many:
 * `arXiv:2306.14048 · Code`.
 */
export function publicationLinks({ appearances }: Publication, most: number): Span[] {
  const links = appearances.flatMap((appearance) =>
    appearance.links.filter(({ href }) => href !== undefined),
  );
  const once = links.filter(
    ({ href }, index) => links.findIndex((other) => other.href === href) === index,
  );
  return joinSpans(
    once.slice(0, most).map((link) => [link]),
    " · ",
  );
}
