import { type CitationKind, readKindNames } from "@triptych/schema";
import { composeAuthor, splitMarks } from "../found/author-mark.ts";
import { readCslDate } from "./csl-date.ts";
import { readContainers, textsOf } from "./csl-title.ts";
import {
  type Found,
  type FoundAuthor,
  type Notebook,
  openNotebook,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import {
  childOf,
  indexJsonLines,
  isEmptyValue,
  type Json,
  keysOf,
  listOf,
  parseJson,
  textOf,
} from "../text/json-text.ts";
import { readMarkup } from "../text/markup-text.ts";
import { fitReference, type Reference } from "../found/reference.ts";

/** Types of CSL 1.0.2, and those of Crossref, whose answers mix both. */
const KINDS = readKindNames("csl");

/** Keys that are read below, or that describe the source and not the work. */
const SILENT = new Set(
  "id type title subtitle author issued published published-print published-online container-title event event-title event-place publisher publisher-place publisher-location volume issue page number DOI URL note keyword abstract genre archive archive_location created deposited indexed score source prefix member reference-count references-count is-referenced-by-count resource relation license link content-domain language ISSN ISBN issn-type isbn-type short-title container-title-short journal-issue alternative-id update-policy original-title short-container-title subject reference assertion published-other accepted posted categories copyright version funder award subtype article-number institution group-title editor update-to free-to-read name editor translator collection-title edition original-title".split(
    " ",
  ),
);

function readCslName(name: Json, notebook: Notebook): FoundAuthor[] {
  const literal = textOf(name, "literal") ?? textOf(name, "name");
  const suffix = textOf(name, "suffix");
  const particle = [textOf(name, "dropping-particle"), textOf(name, "non-dropping-particle")]
    .filter((part) => part !== undefined)
    .join(" ");
  const family = textOf(name, "family");
  if (family !== undefined) {
    const author = composeAuthor({
      given: textOf(name, "given"),
      particle: particle === "" ? undefined : particle,
      family,
      suffix,
    });
    return author === undefined ? [] : [author];
  }
  const { name: plain, marks, affiliations } = splitMarks(literal ?? textOf(name, "given") ?? "");
  if (affiliations !== undefined) notebook.drop("author", "numbers of affiliations at a name");
  return plain === undefined ? [] : [{ name: plain, ...(marks === undefined ? {} : { marks }) }];
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
  return { container: container ?? (kind === "conference" ? event : undefined), publisher, place };
}

function kindOf(type: string, genre: string | undefined): CitationKind {
  if ((type === "thesis" || type === "dissertation") && /master/i.test(genre ?? ""))
    return "master-thesis";
  if (/poster/i.test(genre ?? "") && (type === "speech" || type === "paper-conference"))
    return "poster";
  return KINDS.get(type) ?? "other";
}

/** Genres that say no more than the type does. */
const SAID =
  /\b(?:ph\.?\s?d|doctoral|master|thesis|dissertation|poster|pre-?print|(?:technical )?report|patent|review)\b/i;

/** Reads one item of CSL-JSON or one answer of Crossref or DataCite in that form. */
function readCslItem(item: Json, notebook: Notebook) {
  const genre = textOf(item, "genre");
  const kind = kindOf(textOf(item, "type") ?? "", genre);
  const people = (key: string) => listOf(item, key).flatMap((name) => readCslName(name, notebook));
  const number = textOf(item, "number");
  const arxiv = number !== undefined && /^arxiv/i.test(number) ? number : undefined;
  const titles = readContainers(item, kind, notebook);
  const { container, publisher, place } = readVenue(item, kind, titles.container);
  const marked = (text: string | undefined) => (text === undefined ? undefined : readMarkup(text));
  const [[title], [subtitle], [isbn, ...isbns]] = [
    textsOf(item, "title"),
    textsOf(item, "subtitle"),
    textsOf(item, "ISBN"),
  ];
  if (genre !== undefined && !SAID.test(genre))
    notebook.drop("genre", `“${genre}” has no place in the record`);
  if (isbns.length > 0)
    notebook.drop("ISBN", `${isbns.join(", ")}: the record has a place for one`);
  if (kind === "conference" && textOf(item, "publisher-place") !== undefined)
    notebook.drop("publisher-place", "a conference paper has no place for it");
  for (const key of keysOf(item))
    if (!SILENT.has(key) && !isEmptyValue(childOf(item, key)))
      notebook.drop(key, "the record has no place for it");
  return fitReference(
    {
      kind,
      title: marked(
        title === undefined || subtitle === undefined || title.includes(subtitle)
          ? title
          : `${title}: ${subtitle}`,
      ),
      authors: people("author"),
      editors: people("editor"),
      translators: people("translator"),
      originalTitle: textOf(item, "original-title"),
      series: titles.series,
      edition: textOf(item, "edition"),
      number:
        (kind === "dataset" || kind === "software" ? textOf(item, "version") : undefined) ??
        (arxiv === undefined ? number : undefined),
      isbn,
      container: marked(container),
      publisher,
      place,
      volume: textOf(item, "volume"),
      issue: textOf(item, "issue"),
      pages: textOf(item, "page") ?? textOf(item, "article-number"),
      date: readCslDate(item, notebook),
      doi: textOf(item, "DOI"),
      arxiv,
      urls: [textOf(item, "URL")].filter((url) => url !== undefined),
      note: textOf(item, "note"),
      abstract: marked(textOf(item, "abstract")),
      topics: (textOf(item, "keyword") ?? "").split(/\s*[,;]\s*/).filter((topic) => topic !== ""),
    },
    notebook,
  );
}

/**
 * Reads CSL-JSON: a list of items, one item, or a list under `items`. Never throws, whatever the
 * text holds.
 */
export function readCslJson(text: string): Reading {
  const remarks: Remark[] = [];
  const parsed = parseJson(text);
  if (parsed.kind === "broken") {
    openNotebook(remarks, { key: "", line: parsed.line }).leaveOut(parsed.reason);
    return { read: 0, found: [], remarks };
  }
  const { value } = parsed;
  const isWrapped = Array.isArray(childOf(value, "items"));
  const items = Array.isArray(value) ? listOf(value) : isWrapped ? listOf(value, "items") : [value];
  const lines = indexJsonLines(text);
  const found = items.flatMap((item, index): Found[] => {
    const line =
      lines.get(isWrapped ? `items.${index}` : Array.isArray(value) ? String(index) : "") ?? 0;
    const key = textOf(item, "id") ?? textOf(item, "citation-key") ?? textOf(item, "DOI") ?? "";
    const work = readCslItem(item, openNotebook(remarks, { key, line }));
    return work === undefined ? [] : [{ kind: "work", key, line, work }];
  });
  return { read: items.length, found, remarks };
}
