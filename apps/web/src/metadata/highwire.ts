import { citeWork } from "@triptych/exchange";
import {
  type Container,
  type Cv,
  type PrintedName,
  printedForm,
  WORK_KINDS,
  type Work,
} from "@triptych/schema";

/**
 * The key of the tag that names what a work stands in. An event has none: a tag for conferences
 * would make a paper of a poster.
 */
const VENUE_TAGS: Partial<Record<Container, string>> = {
  proceedings: "citation_conference_title",
  journal: "citation_journal_title",
  book: "citation_inbook_title",
  school: "citation_dissertation_institution",
  issuer: "citation_technical_report_institution",
};

/**
 * A whole date as `2024/06/12`; otherwise the year alone, since a month or day is never guessed.
 */
function writeDate(date: string | undefined): string | undefined {
  return date?.length === 10 ? date.replaceAll("-", "/") : date?.slice(0, 4);
}

/** Printed names, or nothing where there are none. */
function writeNames(names: readonly PrintedName[]): string[] | undefined {
  return names.length === 0 ? undefined : names.map(printedForm);
}

/**
 * The Highwire tags by which Google Scholar and reference managers read a paper's own page
 * (Scholar's inclusion guidelines, "Configuring the meta-tags"). What is under review gets no
 * venue, and nothing is said that the record does not hold. Editors have a tag that Zotero reads;
 * translators have none, and are no authors. The abstract is the one the page shows.
 *
 * `citation_pdf_url` is not written: the guidelines want the full text in the same folder as the
 * page that describes it, and a record holds links to copies elsewhere. Repositories and publishers
 * tag those themselves; claimed here as well, a copy would have two owners.
 */
export function highwireTags(cv: Cv, work: Work): Record<string, string | string[]> {
  const citation = citeWork(cv, work);
  if (citation === undefined) return {};
  const { appearance: cited, appearedIn: venue } = citation;
  const venueTag = VENUE_TAGS[WORK_KINDS[cited.kind].container];
  const [first, last] = cited.pages?.split(/-+/) ?? [];
  const preprint = work.appearances.find(({ kind }) => kind === "preprint");
  const { authors, editors } = citation.makers;
  const tags: Record<string, string | string[] | undefined> = {
    citation_title: work.title,
    citation_author: writeNames(authors),
    citation_editor: writeNames(editors),
    citation_publication_date: writeDate(cited.date),
    citation_online_date: preprint === cited ? undefined : writeDate(preprint?.date),
    ...(venueTag === undefined ? {} : { [venueTag]: venue }),
    citation_volume: cited.volume,
    citation_issue: cited.issue,
    citation_firstpage: first,
    citation_lastpage: last,
    citation_publisher: cited.publisher,
    citation_isbn: cited.isbn,
    citation_technical_report_number: cited.kind === "report" ? cited.number : undefined,
    citation_doi: cited.doi,
    citation_arxiv_id: work.appearances.find(({ arxiv }) => arxiv !== undefined)?.arxiv,
    citation_keywords: work.topics.length === 0 ? undefined : work.topics.join("; "),
    citation_abstract: work.abstract,
  };
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
