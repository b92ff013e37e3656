import type { CitationKind } from "@triptych/schema";
import type { Notebook } from "../found/finding.ts";
import { childOf, type Json, listOf, textOf } from "../text/json-text.ts";

/** Crossref gives titles and numbers as lists, CSL as text. */
export const textsOf = (item: Json, key: string): string[] =>
  Array.isArray(childOf(item, key))
    ? listOf(item, key).flatMap((_, index) => textOf(item, key, index) ?? [])
    : [textOf(item, key) ?? []].flat();

/**
 * What an item stands in. Of a part of a book the last title is the book and the first the series,
 * as in Springer's `Lecture Notes in Computer Science`; what a whole book stands in is its series.
 * Other titles have no place and are told.
 */
export function readContainers(
  item: Json,
  kind: CitationKind,
  notebook: Notebook,
): { container: string | undefined; series: string | undefined } {
  const titles = textsOf(item, "container-title");
  const [stated] = textsOf(item, "collection-title");
  const isPart = kind === "conference" || kind === "chapter";
  const container = kind === "book" ? undefined : isPart ? titles.at(-1) : titles[0];
  const outer = kind === "book" || (isPart && titles.length > 1) ? titles[0] : undefined;
  const series = stated ?? outer;
  for (const title of titles)
    if (title !== container && title !== series)
      notebook.drop(
        "container-title",
        `“${title}”: the record has a place for one title and a series`,
      );
  return { container, series };
}
