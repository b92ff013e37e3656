import { readLiteralName } from "../found/author-mark.ts";
import type { Notebook, Reading } from "../found/finding.ts";
import { readDay } from "../found/foreign-date.ts";
import { readArxivId, readDoi } from "../found/identifier.ts";
import { readTagged } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import type { TaggedRecord, Tags } from "../text/tagged-text.ts";
import { scanXml } from "../text/xml-record.ts";

/** Elements of which the record wants nothing: dates of versions, links, classes, remarks. */
const ADMINISTRATION =
  /@|^(?:id|updated|link|category|arxiv:(?:comment|primary_category|affiliation))$|affiliation$/;

function toReference(_record: TaggedRecord, fields: Tags, notebook: Notebook): Reference {
  const arxiv = readArxivId(fields.first("id") ?? "");
  const [doi, journal] = [fields.first("arxiv:doi"), fields.first("arxiv:journal_ref")];
  const publishedAs = doi === undefined ? undefined : readDoi(doi);
  if (publishedAs === undefined && journal !== undefined)
    notebook.todo("arxiv:journal_ref", `it has appeared in ${journal}; enter where, and its DOI`);
  if (
    /^this (?:paper|article|submission) has been withdrawn/i.test(
      fields.first("arxiv:comment") ?? "",
    )
  )
    notebook.retract("it was withdrawn from arXiv");
  return {
    kind: "preprint",
    title: fields.first("title"),
    authors: fields.all("author/name").flatMap((name) => readLiteralName(name, "author", notebook)),
    container: "arXiv",
    date: readDay(fields.first("published"), "published", notebook),
    arxiv: arxiv?.replace(/v\d+$/, ""),
    publishedAs,
    urls: [],
    abstract: fields.first("summary"),
    topics: [],
  };
}

/**
 * Reads the Atom feeds of arXiv, of a query or of an author. The DOI in them is that of the form in
 * which a preprint has appeared since.
 */
export const readArxiv = (text: string): Reading =>
  readTagged(scanXml(text, { record: "entry" }), {
    keyOf: ({ tags }) => tags.find(({ name }) => name === "id")?.value.replace(/^.*\/abs\//, ""),
    isSilent: (path) => ADMINISTRATION.test(path),
    toReference,
  });
