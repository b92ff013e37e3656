import type { Cv } from "@triptych/schema";
import { type Citation, type CitationKind, listCitations } from "./citation.ts";
import { type Bibliography, listCommonLosses, type Loss } from "./loss.ts";
import type { SplitName } from "./split-name.ts";

/** `article` is the type of preprints since CSL 1.0.2. */
const TYPES = {
  conference: "paper-conference",
  workshop: "paper-conference",
  journal: "article-journal",
  thesis: "thesis",
  preprint: "article",
  manuscript: "manuscript",
} as const satisfies Record<CitationKind, string>;

function describeName(name: SplitName) {
  if (name.kind === "literal") return { literal: name.name };
  return { family: name.family, given: name.given, "non-dropping-particle": name.particle, suffix: name.suffix };
}

function describeVenue({ kind, container, appearance: { place, publisher } }: Citation) {
  switch (kind) {
    case "conference":
    case "workshop":
      return { "container-title": container, event: container, "event-place": place, publisher };
    case "journal":
      return { "container-title": container, "publisher-place": place, publisher };
    case "thesis":
      return { genre: "PhD thesis", publisher: container ?? publisher, "publisher-place": place };
    case "preprint":
      return { publisher: container ?? publisher, "publisher-place": place };
    case "manuscript":
      return { publisher, "publisher-place": place };
  }
}

/** One item; fields without a value are undefined and fall out of the JSON. */
export function describeItem(citation: Citation) {
  const { key, kind, work, appearance, names, date, arxiv, url, note } = citation;
  return {
    id: key,
    type: TYPES[kind],
    title: work.title,
    author: names.map(describeName),
    issued: date === undefined ? undefined : { "date-parts": [[date.year, date.month, date.day].filter((part) => part !== undefined)] },
    ...describeVenue(citation),
    volume: appearance.volume,
    issue: appearance.issue,
    page: appearance.pages,
    number: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    DOI: appearance.doi,
    URL: url,
    note,
    keyword: work.topics.length === 0 ? undefined : work.topics.join(", "),
    abstract: work.abstract,
  };
}

function listLosses(citation: Citation): Loss[] {
  const { kind, container, appearance } = citation;
  const losses = listCommonLosses(citation);
  if ((kind === "thesis" || kind === "preprint") && container !== undefined && appearance.publisher !== undefined) {
    losses.push({ field: "publisher", reason: "the field of the publisher holds the school or the repository" });
  }
  return losses;
}

/** CSL-JSON (schema 1.0.2) of the works named, or of all, in the order of the CV's numbers. Dates have the precision known. */
export function toCslJson(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: `${JSON.stringify(citations.map(describeItem), null, 2)}\n`,
    losses: citations.flatMap((citation) => listLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss }))),
  };
}
