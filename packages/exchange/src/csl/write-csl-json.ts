import type { Cv } from "@triptych/schema";
import { type Citation, listCitations } from "../citation/citation.ts";
import {
  type CitationKind,
  hasEdition,
  isVersioned,
  isWholeBook,
} from "../citation/citation-kind.ts";
import { type Bibliography, listCommonLosses, type Loss } from "../citation/loss.ts";
import type { SplitName } from "../citation/split-name.ts";

/** `article` is the type of preprints since CSL 1.0.2. */
const TYPES = {
  conference: "paper-conference",
  workshop: "paper-conference",
  journal: "article-journal",
  thesis: "thesis",
  "master-thesis": "thesis",
  preprint: "article",
  book: "book",
  "edited-book": "book",
  translation: "book",
  chapter: "chapter",
  review: "review",
  report: "report",
  patent: "patent",
  dataset: "dataset",
  software: "software",
  poster: "speech",
  other: "document",
  manuscript: "manuscript",
} as const satisfies Record<CitationKind, string>;

/** Kinds whose school, body or repository is their publisher. */
const HELD: ReadonlySet<CitationKind> = new Set<CitationKind>([
  "thesis",
  "master-thesis",
  "preprint",
  "report",
  "dataset",
  "software",
]);

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
  switch (kind) {
    case "conference":
    case "workshop":
      return { "container-title": container, event: container, "event-place": place, publisher };
    case "poster":
      return { genre: "Poster", event: container, "event-place": place, publisher };
    case "thesis":
    case "master-thesis":
      return {
        genre: kind === "thesis" ? "PhD thesis" : "Master’s thesis",
        ...published,
        publisher: container ?? publisher,
      };
    case "preprint":
    case "dataset":
    case "software":
    case "report":
      return { ...published, publisher: container ?? publisher };
    case "manuscript":
      return published;
    default:
      return { "container-title": isWholeBook(kind) ? undefined : container, ...published };
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
    type: TYPES[kind],
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
  if (HELD.has(kind) && container !== undefined && appearance.publisher !== undefined) {
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
