import { readKindNames } from "@triptych/schema";
import { composeAuthor } from "../found/author-mark.ts";
import {
  type Found,
  type FoundAuthor,
  type Notebook,
  openNotebook,
  type Origin,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import { readArxivId, readDoi } from "../found/identifier.ts";
import {
  childOf,
  indexJsonLines,
  type Json,
  keysOf,
  listOf,
  parseJson,
} from "../text/json-text.ts";
import { ACTIVITIES, readLecture, readOrcidDate } from "./orcid-activity.ts";
import { siteOfUrl } from "../found/profile-site.ts";
import { fitReference } from "../found/reference.ts";
import { joinOwner, lineOf, withoutEmpty } from "../found/resume-part.ts";

const KINDS = readKindNames("orcid");

/** Every object at the end of a path through lists, with the path. */
function walk(
  value: Json,
  steps: readonly string[],
  path: string,
): { entry: Json; path: string }[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [{ entry: value, path }];
  return listOf(value, step).flatMap((child, index) =>
    walk(child, rest, `${path}.${step}.${index}`),
  );
}

function readContributors(entry: Json): FoundAuthor[] {
  return listOf(entry, "contributors", "contributor").flatMap((contributor): FoundAuthor[] => {
    const role = lineOf(contributor, "contributor-attributes", "contributor-role");
    const name = lineOf(contributor, "credit-name", "value");
    if (name === undefined || (role !== undefined && !/author|writing/i.test(role))) return [];
    const [family, given] = name.split(/\s*,\s*/);
    const author = given === undefined ? { name } : composeAuthor({ given, family });
    return author === undefined ? [] : [author];
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
function readWork(group: Json, entry: Json, origin: Origin, notebook: Notebook): Found | undefined {
  const [type, title] = [lineOf(entry, "type") ?? "", readTitle(entry)];
  if (type === "lecture-speech") {
    const value = readLecture(entry, notebook);
    return value === undefined ? undefined : { kind: "part", ...origin, list: "talks", value };
  }
  const ids = listIdentifiers(group, entry);
  const ownId = (type: string) => ids.find((id) => id.type === type && id.isOwn)?.value ?? "";
  const [doi, arxiv] = [readDoi(ownId("doi")), readArxivId(ownId("arxiv"))];
  const authors = readContributors(entry);
  if (authors.length === 0) {
    if (doi !== undefined)
      return { kind: "pointer", ...origin, title, id: { scheme: "doi", value: doi } };
    if (arxiv !== undefined)
      return { kind: "pointer", ...origin, title, id: { scheme: "arxiv", value: arxiv } };
    return notebook.leaveOut(
      `“${title ?? ""}” names no authors and no DOI or arXiv identifier by which to find them`,
    );
  }
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
  if (work === undefined) return undefined;
  // Those whom ORCID names at a translation are its translators, who are its authors in the record.
  const forms =
    type === "translation"
      ? work.forms.map((form) => ({ ...form, kind: "translation" as const }))
      : work.forms;
  return { kind: "work", ...origin, work: { ...work, forms } };
}

function readProfile(record: Json, notebook: Notebook): Record<string, unknown> {
  const person = childOf(record, "person");
  for (const address of listOf(person, "addresses", "address")) {
    const country = lineOf(address, "country", "value");
    if (country !== undefined)
      notebook.drop(
        "addresses",
        `“${country}” is a code; where you are based goes into profile.place in words`,
      );
  }
  const credit = lineOf(person, "name", "credit-name", "value");
  const name = joinOwner(
    lineOf(person, "name", "given-names", "value"),
    lineOf(person, "name", "family-name", "value"),
  );
  const others = listOf(person, "other-names", "other-name").flatMap(
    (other) => lineOf(other, "content") ?? [],
  );
  return withoutEmpty({
    name: credit ?? name,
    aliases: [...new Set([name, ...others])].filter(
      (form) => form !== undefined && form !== (credit ?? name),
    ),
    emails: listOf(person, "emails", "email").flatMap((email) => lineOf(email, "email") ?? []),
    summary: lineOf(person, "biography", "content"),
    orcid: lineOf(record, "orcid-identifier", "path"),
    links: listOf(person, "researcher-urls", "researcher-url").flatMap((link) => {
      const url = lineOf(link, "url", "value");
      return url === undefined ? [] : [{ site: siteOfUrl(url) ?? "website", url }];
    }),
    interests: listOf(person, "keywords", "keyword").flatMap(
      (keyword) => lineOf(keyword, "content") ?? [],
    ),
  });
}

/**
 * Reads a record of the ORCID API 3.0 (`application/json`). Never throws, whatever the text holds.
 */
export function readOrcid(text: string): Reading {
  const remarks: Remark[] = [];
  const parsed = parseJson(text);
  if (parsed.kind === "broken") {
    openNotebook(remarks, { key: "", line: parsed.line }).leaveOut(parsed.reason);
    return { read: 0, found: [], remarks };
  }
  const lines = indexJsonLines(text);
  const record = parsed.value;
  const hasPerson = childOf(record, "person") !== undefined;
  const activities = childOf(record, "activities-summary") ?? record;
  const base = childOf(record, "activities-summary") === undefined ? "" : "activities-summary.";
  const person = { key: "person", line: lines.get("person") ?? 0 };
  const found: Found[] = hasPerson
    ? [{ kind: "profile", ...person, value: readProfile(record, openNotebook(remarks, person)) }]
    : [];
  let read = found.length;
  const open = (entry: Json, path: string) => {
    read += 1;
    const origin = {
      key: lineOf(entry, "put-code") ?? path,
      line: lines.get(`${base}${path}`) ?? 0,
    };
    return { origin, notebook: openNotebook(remarks, origin) };
  };
  for (const [name, { list, groups, summary, read: readOne }] of Object.entries(ACTIVITIES)) {
    for (const { entry, path } of walk(childOf(activities, name), groups, name)) {
      const inner = summary === "" ? entry : childOf(entry, summary);
      const { origin, notebook } = open(inner, summary === "" ? path : `${path}.${summary}`);
      const value = readOne(inner, notebook);
      if (value !== undefined) found.push({ kind: "part", ...origin, list, value });
    }
  }
  for (const { entry: group, path } of walk(childOf(activities, "works"), ["group"], "works")) {
    // The summaries of a group are one work from several sources; the first is the one its owner
    // prefers.
    const { origin, notebook } = open(childOf(group, "work-summary", 0), `${path}.work-summary.0`);
    const item = readWork(group, childOf(group, "work-summary", 0), origin, notebook);
    if (item !== undefined) found.push(item);
  }
  const known = new Set([...Object.keys(ACTIVITIES), "works", "last-modified-date", "path"]);
  for (const name of keysOf(activities)) {
    const count =
      walk(childOf(activities, name), ["affiliation-group"], name).length +
      walk(childOf(activities, name), ["group"], name).length;
    if (!known.has(name) && count > 0)
      openNotebook(remarks, { key: name, line: lines.get(`${base}${name}`) ?? 0 }).leaveOut(
        `the record has no list for ${name} (${count})`,
      );
  }
  return { read, found, remarks };
}
