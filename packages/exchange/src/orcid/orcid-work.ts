import { readKindNames } from "@triptych/schema";
import { readInvertedName } from "../found/author-mark.ts";
import { asFinding, type Finding, type FoundAuthor, type Notebook } from "../found/finding.ts";
import { composeIdentifier, readArxivId, readDoi } from "../found/identifier.ts";
import { fitReference } from "../found/fit-reference.ts";
import { lineOf } from "../found/resume-part.ts";
import { fitPointer } from "../found/resume-publication.ts";
import { type Json, listOf } from "../text/json-text.ts";
import { readLecture } from "./orcid-activity.ts";
import { readOrcidDate } from "./orcid-date.ts";

const KINDS = readKindNames("orcid");

function readContributors(entry: Json, notebook: Notebook): FoundAuthor[] {
  return listOf(entry, "contributors", "contributor").flatMap((contributor): FoundAuthor[] => {
    const role = lineOf(contributor, "contributor-attributes", "contributor-role");
    const name = lineOf(contributor, "credit-name", "value");
    if (name === undefined || (role !== undefined && !/author|writing/i.test(role))) return [];
    return readInvertedName(name, "contributors", notebook);
  });
}

interface ExternalId {
  type: string;
  isOwn: boolean;
  value: string | undefined;
}

/** Identifiers of a work, and of the book or series it is part of, which are not its own. */
const listIdentifiers = (group: Json, entry: Json): ExternalId[] =>
  [
    ...listOf(entry, "external-ids", "external-id"),
    ...listOf(group, "external-ids", "external-id"),
  ].map((id) => ({
    type: lineOf(id, "external-id-type")?.toLowerCase() ?? "",
    isOwn: lineOf(id, "external-id-relationship")?.toLowerCase() !== "part-of",
    value: lineOf(id, "external-id-value") ?? lineOf(id, "external-id-normalized", "value"),
  }));

/**
 * The number of a book, also of one that a work is part of; and the kinds of identifiers that are
 * told, since the record has no place for them.
 */
function readIsbn(ids: readonly ExternalId[], notebook: Notebook): string | undefined {
  const others = new Set(
    ids.flatMap(({ type, isOwn, value }) =>
      value === undefined || type === "isbn" || ((type === "doi" || type === "arxiv") && isOwn)
        ? []
        : [type],
    ),
  );
  if (others.size > 0)
    notebook.drop(
      "external-ids",
      `the record has no place for ${[...others].toSorted().join(", ")}`,
    );
  return ids.find(({ type }) => type === "isbn")?.value;
}

function readTitle(entry: Json): string | undefined {
  const [title, subtitle] = [
    lineOf(entry, "title", "title", "value"),
    lineOf(entry, "title", "subtitle", "value"),
  ];
  return title === undefined || subtitle === undefined || title.includes(subtitle)
    ? title
    : `${title}: ${subtitle}`;
}

/**
 * A work of ORCID. Summaries name no authors; such a work becomes a pointer to its DOI or arXiv
 * identifier.
 */
export function readWork(group: Json, entry: Json, notebook: Notebook): Finding | undefined {
  const [type, title] = [lineOf(entry, "type") ?? "", readTitle(entry)];
  if (type === "lecture-speech") return asFinding(readLecture(entry, notebook));
  const ids = listIdentifiers(group, entry);
  const ownId = (scheme: string) => ids.find((id) => id.type === scheme && id.isOwn)?.value ?? "";
  const [doi, arxiv] = [readDoi(ownId("doi")), readArxivId(ownId("arxiv"))];
  const authors = readContributors(entry, notebook);
  if (authors.length === 0) return fitPointer(title, composeIdentifier(doi, arxiv), notebook);
  const url = lineOf(entry, "url", "value");
  const work = fitReference(
    {
      kind: KINDS.get(type) ?? "other",
      title,
      authors,
      container: lineOf(entry, "journal-title", "value"),
      date: readOrcidDate(entry, "publication-date"),
      isbn: readIsbn(ids, notebook),
      doi,
      arxiv,
      urls: url === undefined ? [] : [url],
      topics: [],
    },
    notebook,
  );
  if (work === undefined || type !== "translation")
    return work === undefined ? undefined : { kind: "work", work };
  // Those whom ORCID names at a translation are its translators, who are its authors in the record.
  const forms = work.forms.map((form) => ({ ...form, kind: "translation" as const }));
  return { kind: "work", work: { ...work, forms } };
}
