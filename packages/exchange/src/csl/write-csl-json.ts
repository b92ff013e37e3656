import { type CitationKind, type Cv, nameOfKind } from "@triptych/schema";
import { type Citation, listCitations } from "../citation/citation.ts";
import { containerOf, hasEdition, isVersioned } from "../citation/citation-kind.ts";
import { type Bibliography, listCommonLosses, type Loss } from "../citation/loss.ts";
import type { SplitName } from "../citation/split-name.ts";

/** Whether the school, the body or the repository stands in the field of the publisher. */
function isHeldByPublisher(kind: CitationKind): boolean {
  const held = containerOf(kind);
  return held === "school" || held === "issuer" || held === "repository";
}

function describeName(name: SplitName) {
  if (name.kind === "literal") return { literal: name.name };
  return {
    family: name.family,
    given: name.given,
    "non-dropping-particle": name.particle,
    suffix: name.suffix,
  };
}

function describeVenue({ kind, container, appearance: { place, publisher } }: Citation) {
  const published = { publisher, "publisher-place": place };
  const event = { event: container, "event-place": place, publisher };
  switch (containerOf(kind)) {
    case "proceedings":
      return { "container-title": container, ...event };
    case "event":
      return { genre: "Poster", ...event };
    case "school":
      return {
        genre: kind === "thesis" ? "PhD thesis" : "Master’s thesis",
        ...published,
        publisher: container ?? publisher,
      };
    case "repository":
    case "issuer":
      return { ...published, publisher: container ?? publisher };
    case "series":
    case undefined:
      return published;
    default:
      return { "container-title": container, ...published };
  }
}

function describePeople({ names: { authors, editors, translators } }: Citation) {
  const list = (names: readonly SplitName[]) =>
    names.length === 0 ? undefined : names.map(describeName);
  return { author: list(authors), editor: list(editors), translator: list(translators) };
}

/** Numbers of reports and patents, versions of data and software, and the number of a preprint. */
function describeNumber({ kind, arxiv, appearance: { number } }: Citation) {
  const version = isVersioned(kind) ? number : undefined;
  return {
    number: arxiv === undefined ? (version === undefined ? number : undefined) : `arXiv:${arxiv}`,
    version,
  };
}

/** One item; fields without a value are undefined and fall out of the JSON. */
export function describeItem(citation: Citation) {
  const { key, kind, work, appearance, date, url, note } = citation;
  return {
    id: key,
    type: nameOfKind("csl", kind),
    title: work.title,
    ...describePeople(citation),
    "original-title": appearance.translationOf?.title,
    issued:
      date === undefined
        ? undefined
        : {
            "date-parts": [[date.year, date.month, date.day].filter((part) => part !== undefined)],
          },
    ...describeVenue(citation),
    volume: appearance.volume,
    issue: appearance.issue,
    page: appearance.pages,
    edition: hasEdition(kind) ? appearance.edition?.toString() : undefined,
    "collection-title": appearance.series,
    ...describeNumber(citation),
    ISBN: appearance.isbn,
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
  if (isHeldByPublisher(kind) && container !== undefined && appearance.publisher !== undefined) {
    losses.push({
      field: "publisher",
      reason: "the field of the publisher holds the school, the body or the repository",
    });
  }
  if (appearance.number !== undefined && citation.arxiv !== undefined && !isVersioned(kind))
    losses.push({ field: "number", reason: "its field holds the arXiv identifier" });
  return losses;
}

/**
 * CSL-JSON (schema 1.0.2) of the works named, or of all, in the order of the CV's numbers. Dates
 * have the precision known.
 */
export function toCslJson(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: `${JSON.stringify(citations.map(describeItem), null, 2)}\n`,
    losses: citations.flatMap((citation) =>
      listLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss })),
    ),
  };
}
