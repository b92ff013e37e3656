import { AppearanceKind } from "./work-kind.ts";

/**
 * How a work is cited: its kind, or a manuscript while it is under review and to be read nowhere.
 */
export type CitationKind = AppearanceKind | "manuscript";

/** What the formats that are written call a kind. */
export interface WrittenNames {
  bibtex: string;
  /** Left out where it is that of BibTeX. */
  biblatex?: string;
  /** CSL 1.0.2, in which `article` is a preprint. */
  csl: string;
  ris: string;
  /** Left out for a ScholarlyArticle. */
  schemaOrg?: string;
}

/** Formats whose entries say what kind of work they are; BibTeX and BibLaTeX are read as one. */
/** `pubmed` has the names of ERIC as well, which writes the same format. */
export type ReadFormat = "bibtex" | "csl" | "endnote" | "openalex" | "orcid" | "pubmed" | "ris";

const WRITTEN: Readonly<Record<CitationKind, WrittenNames>> = {
  conference: { bibtex: "inproceedings", csl: "paper-conference", ris: "CONF" },
  workshop: { bibtex: "inproceedings", csl: "paper-conference", ris: "CONF" },
  journal: { bibtex: "article", csl: "article-journal", ris: "JOUR" },
  preprint: { bibtex: "misc", biblatex: "online", csl: "article", ris: "UNPB" },
  thesis: {
    bibtex: "phdthesis",
    biblatex: "thesis",
    csl: "thesis",
    ris: "THES",
    schemaOrg: "Thesis",
  },
  "master-thesis": {
    bibtex: "mastersthesis",
    biblatex: "thesis",
    csl: "thesis",
    ris: "THES",
    schemaOrg: "Thesis",
  },
  book: { bibtex: "book", csl: "book", ris: "BOOK", schemaOrg: "Book" },
  "edited-book": {
    bibtex: "book",
    biblatex: "collection",
    csl: "book",
    ris: "EDBOOK",
    schemaOrg: "Book",
  },
  translation: { bibtex: "book", csl: "book", ris: "BOOK", schemaOrg: "Book" },
  chapter: { bibtex: "incollection", csl: "chapter", ris: "CHAP", schemaOrg: "Chapter" },
  review: { bibtex: "article", csl: "review", ris: "JOUR", schemaOrg: "Review" },
  report: {
    bibtex: "techreport",
    biblatex: "report",
    csl: "report",
    ris: "RPRT",
    schemaOrg: "Report",
  },
  patent: {
    bibtex: "misc",
    biblatex: "patent",
    csl: "patent",
    ris: "PAT",
    schemaOrg: "CreativeWork",
  },
  dataset: {
    bibtex: "misc",
    biblatex: "dataset",
    csl: "dataset",
    ris: "DATA",
    schemaOrg: "Dataset",
  },
  software: {
    bibtex: "misc",
    biblatex: "software",
    csl: "software",
    ris: "COMP",
    schemaOrg: "SoftwareSourceCode",
  },
  poster: { bibtex: "misc", csl: "speech", ris: "GEN", schemaOrg: "Poster" },
  other: { bibtex: "misc", csl: "document", ris: "GEN", schemaOrg: "CreativeWork" },
  manuscript: { bibtex: "unpublished", csl: "manuscript", ris: "UNPB" },
};

/**
 * What each format calls a kind when it is read. Names that say too little, such as BibTeX's
 * `misc`, are not here: what else stands in the entry decides. Formats tell a book from an edited
 * one and from a translation by the people they name, so all of these are books.
 */
const READ: Readonly<
  Partial<Record<CitationKind, Partial<Record<ReadFormat, readonly string[]>>>>
> = {
  conference: {
    bibtex: ["inproceedings", "conference"],
    csl: ["paper-conference", "proceedings-article"],
    endnote: ["conference paper", "conference proceedings"],
    orcid: ["conference-paper", "conference-proceedings"],
    pubmed: ["speeches/meeting papers"],
    ris: ["CONF", "CPAPER"],
  },
  journal: {
    bibtex: ["article", "periodical"],
    csl: ["article-journal", "journal-article", "article-magazine"],
    endnote: ["journal article", "electronic article", "magazine article"],
    openalex: ["article", "review"],
    orcid: ["journal-article", "magazine-article", "newspaper-article", "newsletter-article"],
    pubmed: ["journal article", "journal articles"],
    ris: ["JOUR", "JFULL", "MGZN", "EJOUR", "INPR"],
  },
  preprint: {
    bibtex: ["preprint"],
    csl: ["article", "posted-content"],
    endnote: ["unpublished work"],
    openalex: ["preprint"],
    orcid: ["preprint", "working-paper"],
    pubmed: ["preprint"],
    ris: ["UNPB", "PREPRINT"],
  },
  thesis: {
    bibtex: ["phdthesis", "thesis"],
    csl: ["thesis", "dissertation"],
    endnote: ["thesis"],
    openalex: ["dissertation"],
    orcid: ["dissertation-thesis", "dissertation"],
    pubmed: ["dissertations/theses - doctoral dissertations"],
    ris: ["THES"],
  },
  "master-thesis": {
    bibtex: ["mastersthesis"],
    pubmed: ["dissertations/theses - masters theses"],
  },
  book: {
    bibtex: [
      "book",
      "mvbook",
      "collection",
      "mvcollection",
      "proceedings",
      "mvproceedings",
      "reference",
      "mvreference",
      "booklet",
    ],
    csl: ["book", "monograph", "edited-book", "reference-book"],
    endnote: ["book", "edited book", "electronic book"],
    openalex: ["book"],
    orcid: ["book", "edited-book", "translation"],
    pubmed: ["book", "books"],
    ris: ["BOOK", "EBOOK", "EDBOOK"],
  },
  chapter: {
    bibtex: ["inbook", "incollection", "suppbook", "inreference"],
    csl: ["chapter", "book-chapter"],
    endnote: ["book section", "electronic book section"],
    openalex: ["book-chapter"],
    orcid: ["book-chapter"],
    pubmed: ["book chapter"],
    ris: ["CHAP", "ECHAP"],
  },
  review: {
    bibtex: ["review"],
    csl: ["review", "review-book"],
    openalex: ["book-review"],
    orcid: ["book-review"],
  },
  report: {
    bibtex: ["techreport", "report", "manual", "standard"],
    csl: ["report"],
    endnote: ["report", "government document"],
    openalex: ["report"],
    orcid: ["report", "technical-standard", "standards-and-policy"],
    pubmed: [
      "technical report",
      "reports - research",
      "reports - evaluative",
      "reports - descriptive",
    ],
    ris: ["RPRT"],
  },
  patent: {
    bibtex: ["patent"],
    csl: ["patent"],
    endnote: ["patent"],
    orcid: ["patent"],
    ris: ["PAT"],
  },
  dataset: {
    bibtex: ["dataset", "data"],
    csl: ["dataset"],
    endnote: ["dataset"],
    openalex: ["dataset"],
    orcid: ["data-set"],
    pubmed: ["dataset"],
    ris: ["DATA"],
  },
  software: {
    bibtex: ["software"],
    csl: ["software"],
    endnote: ["computer program"],
    openalex: ["software"],
    orcid: ["software"],
    ris: ["COMP"],
  },
  poster: { bibtex: ["poster"], orcid: ["conference-poster"] },
  manuscript: { bibtex: ["unpublished"], csl: ["manuscript"] },
};

/** What a format that is written calls a kind. */
export function nameOfKind(format: keyof WrittenNames, kind: CitationKind): string {
  const { biblatex, schemaOrg, ...names } = WRITTEN[kind];
  return {
    ...names,
    biblatex: biblatex ?? names.bibtex,
    schemaOrg: schemaOrg ?? "ScholarlyArticle",
  }[format];
}

const CITATION_KINDS: readonly CitationKind[] = [...AppearanceKind.options, "manuscript"];

/** The kinds by the names that a format has for them. Throws where a name is that of two kinds. */
export function readKindNames(format: ReadFormat): ReadonlyMap<string, CitationKind> {
  const kinds = new Map<string, CitationKind>();
  for (const kind of CITATION_KINDS)
    for (const name of READ[kind]?.[format] ?? []) {
      if (kinds.has(name)) throw new Error(`${format}: ${name} is the name of two kinds`);
      kinds.set(name, kind);
    }
  return kinds;
}
