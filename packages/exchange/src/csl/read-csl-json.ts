import { type CitationKind, readKindNames } from "@triptych/schema";
import { composeAuthor, readBody, readLiteralName } from "../found/author-mark.ts";
import type { FoundAuthor, Notebook, Reading } from "../found/finding.ts";
import { dropForm } from "../found/phrase/form-word.ts";
import { asWork, openReading, readJson } from "../found/reading.ts";
import { type Reference, splitTopics } from "../found/reference.ts";
import {
  childOf,
  indexJsonLines,
  isEmptyValue,
  type Json,
  keysOf,
  listOf,
  textOf,
} from "../text/json-text.ts";
import { readEntities, readMarkup } from "../text/markup-text.ts";
import { readCslDate } from "./csl-date.ts";
import { readContainers, textsOf } from "./csl-title.ts";

/** Types of CSL 1.0.2, and those of Crossref, whose answers mix both. */
const KINDS = readKindNames("csl");

/** Keys that are read below, or that describe the source and not the work. */
const SILENT = new Set(
  (
    "id type title subtitle author issued published published-print published-online " +
    "container-title event event-title publisher publisher-place publisher-location " +
    "volume issue page number DOI URL note keyword abstract genre " +
    "created deposited indexed score source prefix member reference-count references-count " +
    "is-referenced-by-count resource relation license link content-domain ISSN ISBN " +
    "issn-type isbn-type short-title journal-issue alternative-id " +
    "update-policy original-title short-container-title subject reference assertion " +
    "published-other accepted posted categories copyright funder award subtype " +
    "article-number institution group-title editor update-to updated-by free-to-read name editor " +
    "translator collection-title edition original-title"
  ).split(" "),
);

/** Keys that are read of some kinds alone. */
const MEETING: ReadonlySet<CitationKind> = new Set<CitationKind>(["conference", "poster"]);
const OWN_KEYS = new Map<string, ReadonlySet<CitationKind>>([
  ["event-place", MEETING],
  ["version", new Set<CitationKind>(["dataset", "software"])],
]);

function readCslName(name: Json, notebook: Notebook): FoundAuthor[] {
  const family = textOf(name, "family");
  if (family === undefined) {
    const body = textOf(name, "literal") ?? textOf(name, "name");
    const names = readLiteralName(body ?? textOf(name, "given") ?? "", "author", notebook);
    return body === undefined ? names : names.map(readBody);
  }
  const particles = ["dropping-particle", "non-dropping-particle"].flatMap(
    (part) => textOf(name, part) ?? [],
  );
  const author = composeAuthor({
    given: textOf(name, "given"),
    particle: particles.length === 0 ? undefined : particles.join(" "),
    family,
    suffix: textOf(name, "suffix"),
  });
  return author === undefined ? [] : [author];
}

/** Venue and publisher stand in other fields for each type. */
function readVenue(
  item: Json,
  kind: CitationKind,
  container: string | undefined,
): Pick<Reference, "container" | "publisher" | "place"> {
  const publisher = textOf(item, "publisher");
  const seat = textOf(item, "publisher-place") ?? textOf(item, "publisher-location");
  const place =
    kind === "conference"
      ? (textOf(item, "event-place") ?? textOf(item, "event", "location"))
      : seat;
  const event =
    textOf(item, "event-title") ?? textOf(item, "event", "name") ?? textOf(item, "event");
  if (kind === "thesis" || kind === "master-thesis")
    return { container: publisher ?? container, place };
  if (kind === "poster")
    return { container: container ?? event, publisher, place: textOf(item, "event-place") ?? seat };
  if (kind === "report" || kind === "dataset" || kind === "software")
    return { container: container ?? publisher, place };
  if (kind === "preprint")
    return { container: container ?? textOf(item, "institution", 0, "name") ?? publisher, place };
  const isHeld = kind === "conference" || kind === "other";
  return { container: container ?? (isHeld ? event : undefined), publisher, place };
}

function kindOf(type: string, genre: string | undefined): CitationKind {
  if ((type === "thesis" || type === "dissertation") && /master/i.test(genre ?? ""))
    return "master-thesis";
  if (/poster/i.test(genre ?? "") && (type === "speech" || type === "paper-conference"))
    return "poster";
  return KINDS.get(type) ?? "other";
}

const marked = (text: string | undefined) => (text === undefined ? undefined : readMarkup(text));

function readTitle(item: Json): string | undefined {
  const [[title], [subtitle]] = [textsOf(item, "title"), textsOf(item, "subtitle")];
  const isSaid = title === undefined || subtitle === undefined || title.includes(subtitle);
  return marked(isSaid ? title : `${title}: ${subtitle}`);
}

/** The number of a report or patent, the version of data and software, or that of a preprint. */
function readNumber(item: Json, kind: CitationKind): Pick<Reference, "number" | "arxiv"> {
  const number = textOf(item, "number");
  const isArchived = number !== undefined && /^arxiv/i.test(number);
  const version = kind === "dataset" || kind === "software" ? textOf(item, "version") : undefined;
  return {
    number: version ?? (isArchived ? undefined : number),
    arxiv: isArchived ? number : undefined,
  };
}

/** DOI of what a preprint has appeared as (Crossref, `relation`). */
const readPublished = (item: Json): string | undefined =>
  listOf(item, "relation", "is-preprint-of").flatMap((said) => textOf(said, "id") ?? [])[0];

/** Reports that a work was retracted, where its title or the registry says so. */
function reportRetraction(item: Json, notebook: Notebook): void {
  const [notice] = listOf(item, "updated-by").filter(isRetraction);
  const [title, by] = [textsOf(item, "title")[0], textOf(notice, "DOI")];
  if (notice !== undefined)
    notebook.retract(by === undefined ? "it was retracted" : `it was retracted by ${by}`);
  else if (/^\s*\[?(?:retracted|withdrawn)(?: article| paper)?\s*[\]:]/i.test(title ?? ""))
    notebook.retract("its title says that it was retracted");
}

/** An update (Crossref, `update-to` and `updated-by`) that takes a work back. */
const isRetraction = (update: Json) =>
  /^(?:partial[_-])?(?:retraction|withdrawal|removal)$/i.test(textOf(update, "type") ?? "");

/** Whether an item is no work, but the notice that retracts one. */
function isNotice(item: Json, notebook: Notebook): boolean {
  const retracted = listOf(item, "update-to")
    .filter(isRetraction)
    .flatMap((update) => textOf(update, "DOI") ?? []);
  for (const doi of retracted) notebook.retract(`${doi} was retracted`);
  if (retracted.length > 0)
    notebook.leaveOut(`it is the notice that retracts ${retracted.join(", ")}`);
  return retracted.length > 0;
}

/** Reports what the record has no place for. */
function dropUnread(item: Json, kind: CitationKind, notebook: Notebook): void {
  const [genre, isbns] = [textOf(item, "genre"), textsOf(item, "ISBN").slice(1)];
  dropForm(genre, "genre", notebook);
  if (isbns.length > 0)
    notebook.drop("ISBN", `${isbns.join(", ")}: the record has a place for one`);
  if (kind === "conference" && textOf(item, "publisher-place") !== undefined)
    notebook.drop("publisher-place", "a conference paper has no place for it");
  for (const key of keysOf(item))
    if (
      !SILENT.has(key) &&
      OWN_KEYS.get(key)?.has(kind) !== true &&
      !isEmptyValue(childOf(item, key))
    )
      notebook.drop(key, "the record has no place for it");
}

/** Reports what stood second to another key of the item. */
function dropOutranked(item: Json, reference: Reference, notebook: Notebook): void {
  const isThesis = reference.kind === "thesis" || reference.kind === "master-thesis";
  const keys = [
    "publisher",
    "number",
    "event",
    "event-title",
    ...(isThesis ? ["container-title"] : []),
  ];
  for (const key of keys) {
    const text = textsOf(item, key)[0];
    // A volume, an issue or a version may be the same number.
    const held = key === "number" ? [reference.number, reference.arxiv] : Object.values(reference);
    if (text !== undefined && !held.includes(marked(text) ?? text))
      notebook.drop(key, `“${text}”: another key of the item says what the record holds of it`);
  }
}

/** One item of CSL-JSON or one answer of Crossref or DataCite in that form. */
function toReference(item: Json, notebook: Notebook): Reference {
  const kind = kindOf(textOf(item, "type") ?? "", textOf(item, "genre"));
  const people = (key: string) => listOf(item, key).flatMap((name) => readCslName(name, notebook));
  const { container, series } = readContainers(item, kind, notebook);
  const venue = readVenue(item, kind, container);
  dropUnread(item, kind, notebook);
  reportRetraction(item, notebook);
  const reference = {
    kind,
    title: readTitle(item),
    authors: people("author"),
    editors: people("editor"),
    translators: people("translator"),
    originalTitle: textOf(item, "original-title"),
    series,
    edition: textOf(item, "edition"),
    ...readNumber(item, kind),
    isbn: textsOf(item, "ISBN")[0],
    ...venue,
    container: marked(venue.container),
    volume: textOf(item, "volume"),
    issue: textOf(item, "issue"),
    pages: textOf(item, "page") ?? textOf(item, "article-number"),
    date: readCslDate(item, notebook),
    doi: textOf(item, "DOI"),
    publishedAs: readPublished(item),
    urls: [textOf(item, "URL")].filter((url) => url !== undefined),
    note: textOf(item, "note"),
    abstract: marked(textOf(item, "abstract")),
    topics: splitTopics(textOf(item, "keyword")),
  };
  dropOutranked(item, reference, notebook);
  return reference;
}

/** An item with the entities of HTML in its texts read. */
function decodeTexts(value: Json): Json {
  if (typeof value === "string") return readEntities(value);
  if (Array.isArray(value)) return value.map(decodeTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, decodeTexts(child)]));
}

/** The items of a file, each with the path to it. */
function listItems(value: Json): { item: Json; path: string }[] {
  const wrapping = [["items"], ["message", "items"]].find((steps) =>
    Array.isArray(childOf(value, ...steps)),
  );
  if (wrapping === undefined && !Array.isArray(value)) return [{ item: value, path: "" }];
  const base = wrapping === undefined ? "" : `${wrapping.join(".")}.`;
  const items = listOf(value, ...(wrapping ?? []));
  return items.map((item, index) => ({ item, path: `${base}${index}` }));
}

/**
 * Reads CSL-JSON: a list of items, one item, or a list under `items` or, as Crossref answers, under
 * `message`. Never throws, whatever the text holds.
 */
export const readCslJson = (text: string): Reading =>
  readJson(text, (value) => {
    const [open, lines] = [openReading(), indexJsonLines(text)];
    for (const { item, path } of listItems(value)) {
      const key = textOf(item, "id") ?? textOf(item, "citation-key") ?? textOf(item, "DOI") ?? "";
      open.add({ key, line: lines.get(path) ?? 0 }, (notebook) => {
        if (isNotice(item, notebook)) return undefined;
        return asWork(toReference(decodeTexts(item), notebook), notebook);
      });
    }
    return open.reading;
  });
