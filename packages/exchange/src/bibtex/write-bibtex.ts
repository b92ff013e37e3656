import type { CitationKind, Container, Cv } from "@triptych/schema";
import { type BibDialect, formatBibEntry, isBarePreprint, UNSAFE } from "./bib-entry.ts";
import { type Citation, listCitations } from "../citation/citation.ts";
import { isVersioned } from "../citation/citation-kind.ts";
import {
  type Bibliography,
  listAbstractLosses,
  listCommonLosses,
  type Loss,
} from "../citation/loss.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What BibTeX, which knows neither patents nor data nor posters, is told in words. */
const FORMS: Partial<Record<CitationKind, string>> = {
  patent: "Patent",
  dataset: "Dataset",
  software: "Software",
  poster: "Poster",
  review: "Review",
};

/** The field of the venue; a manuscript names it in its note. */
const CONTAINERS: Partial<Record<Container, string>> = {
  proceedings: "booktitle",
  book: "booktitle",
  journal: "journal",
  school: "school",
  issuer: "institution",
  repository: "howpublished",
  event: "howpublished",
  body: "howpublished",
};

const DIALECT: BibDialect = {
  format: "bibtex",
  formFields: ({ kind, arxiv }) => [
    ["type", isBarePreprint(kind, arxiv) ? "Preprint" : FORMS[kind]],
  ],
  containers: CONTAINERS,
  dateFields: ({ date }) => [
    ["year", date === undefined ? undefined : String(date.year).padStart(4, "0")],
    ["month", date?.month === undefined ? undefined : MONTHS[date.month - 1]],
    ["day", date?.day?.toString()],
  ],
  names: { place: "address", eprintType: "archivePrefix" },
};

/** What neither BibTeX nor BibLaTeX holds of a work. */
export function listBibLosses(citation: Citation): Loss[] {
  const { kind, appearance } = citation;
  const losses = [...listCommonLosses(citation), ...listAbstractLosses(citation)];
  if (appearance.doi !== undefined && UNSAFE.test(appearance.doi))
    losses.push({ field: "doi", reason: "it holds a sign that would break the file" });
  if (appearance.issue !== undefined && appearance.number !== undefined && !isVersioned(kind))
    losses.push({ field: "number", reason: "its field holds the issue" });
  return losses;
}

/**
 * A BibTeX file in UTF-8 of the works named, or of all, in the order of the CV's numbers. Works
 * under review and to be read nowhere are `unpublished`; a work without a known year has none.
 * Fields that BibTeX itself passes over (`translator`, `isbn`) are known to its successors.
 */
export function toBibtex(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: citations.map((citation) => formatBibEntry(citation, DIALECT)).join("\n"),
    losses: citations.flatMap((citation) =>
      listBibLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss })),
    ),
  };
}
