import type { CitationKind, Container, Cv } from "@triptych/schema";
import { type BibDialect, formatBibEntry, isBarePreprint } from "./bib-entry.ts";
import { listBibLosses } from "./write-bibtex.ts";
import { type CitationDate, listCitations } from "../citation/citation.ts";
import type { Bibliography } from "../citation/loss.ts";

const FORMS: Partial<Record<CitationKind, readonly [field: string, value: string]>> = {
  thesis: ["type", "phdthesis"],
  "master-thesis": ["type", "mathesis"],
  report: ["type", "techreport"],
  poster: ["howpublished", "Poster"],
  review: ["entrysubtype", "review"],
};

const CONTAINERS: Partial<Record<Container, string>> = {
  proceedings: "booktitle",
  book: "booktitle",
  journal: "journaltitle",
  school: "institution",
  issuer: "institution",
  repository: "organization",
  event: "organization",
  body: "organization",
};

/** `2024-07-15`, as precise as it is known (the BibLaTeX manual, section 2.3.8: ISO 8601-2). */
function formatDate({ year, month, day }: CitationDate): string {
  return [
    String(year).padStart(4, "0"),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, "0")])),
  ].join("-");
}

const DIALECT: BibDialect = {
  format: "biblatex",
  formFields: ({ kind, arxiv }) => {
    if (isBarePreprint(kind, arxiv)) return [["entrysubtype", "preprint"]];
    const form = FORMS[kind];
    return form === undefined ? [] : [form];
  },
  containers: CONTAINERS,
  dateFields: ({ date }) => [["date", date === undefined ? undefined : formatDate(date)]],
  names: { place: "location", eprintType: "eprinttype" },
};

/**
 * A BibLaTeX file in UTF-8 of the works named, or of all, in the order of the CV's numbers. Dates
 * keep their precision, and every kind has its type.
 */
export function toBiblatex(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: citations.map((citation) => formatBibEntry(citation, DIALECT)).join("\n"),
    losses: citations.flatMap((citation) =>
      listBibLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss })),
    ),
  };
}
