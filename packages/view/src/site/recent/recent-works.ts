import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { type Span, textSpans, weaveSpans } from "../../text/span.ts";
import { newestPublications } from "../../works/publication-order.ts";
import { worksNoun } from "../../works/kind-name.ts";
import { composePublications, type Publication } from "../../works/publication.ts";
import { honouredPublications } from "../../works/selected.ts";
import type { RecentItem } from "./recent-item.ts";

const NAMED_WORKS = 2;

/** `12 papers, among them One and Two`; the honoured ones are named before the newest. */
function yearSpans(works: readonly Publication[], words: Words): Span[] {
  const named = [
    ...new Set([...honouredPublications(works), ...newestPublications(works, NAMED_WORKS)]),
  ].slice(0, NAMED_WORKS);
  const titles = named.map(({ id, title }) =>
    textSpans(words.text.quoted({ text: title }), { target: { kind: "work", id } }),
  );
  const of = worksNoun(works, words);
  return weaveSpans(words.document.recent.works({ count: works.length, of, titles }));
}

/** The papers of a year are one item, dated by the newest of them. */
export function listRecentWorks(cv: Cv, words: Words): RecentItem[] {
  const dated = newestPublications(composePublications(cv, words), Infinity);
  return [...Map.groupBy(dated, ({ filedUnder }) => filedUnder)].map(([year, works]) => ({
    kind: "publications",
    day: works[0]?.day ?? "",
    rail: year,
    spans: yearSpans(works, words),
    place: { kind: "year", year },
  }));
}
