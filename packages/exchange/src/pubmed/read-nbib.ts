import { readKindNames } from "@triptych/schema";
import { readInvertedName } from "../found/author-mark.ts";
import {
  type Found,
  type FoundAuthor,
  type Notebook,
  openNotebook,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import { composeDate, readDate } from "../found/foreign-date.ts";
import { cleanLine } from "../text/plain-text.ts";
import { fitReference } from "../found/reference.ts";
import { openTags, scanTagged, type TaggedRecord, type Tags } from "../text/tagged-text.ts";

/**
 * Up to four letters padded to four, hyphen, blank, value (NLM, MEDLINE/PubMed Data Element
 * Descriptions).
 */
const STYLE = { tag: /^([A-Z]{2,4})\s{0,2}-(?:\s|$)(.*)$/, opens: "PMID" };

const KINDS = readKindNames("pubmed");

/**
 * What the library keeps about its own work, and addresses, funders and headings, of which the
 * record wants nothing.
 */
const ADMINISTRATION =
  "PMID OWN STAT DCOM LR LA RN SB MH MHDA EDAT CRDT PHST PST SO AD AUID IS TA OID OAB OABL OTO JID PMC PMCR MID GR NM COIS CI UOF UIN ORI RIN ROF CON CIN EIN EFR PIR SI DA GN SPIN RF LID AID";

/** `Lovelace AK`, as names are written where the full form is not there. */
const SHORT = /^(.+?) (\p{Lu}{1,4})$/u;

/** A short name in the order of a full one: `Lovelace, A. K.`. */
const invertShort = (text: string) =>
  text.replace(
    SHORT,
    (_, family: string, initials: string) =>
      `${family}, ${[...initials].map((letter) => `${letter}.`).join(" ")}`,
  );

/**
 * People by their full names where the record has them; the short forms beside them are of the same
 * people.
 */
function readPeople(tags: Tags, full: string, short: string, notebook: Notebook): FoundAuthor[] {
  const [named, shortened] = [tags.all(full), tags.all(short)];
  return (named.length > 0 ? named : shortened.map(invertShort)).flatMap((text) =>
    readInvertedName(text, full, notebook),
  );
}

/** `2021 Aug 15`, `2021 Jul-Aug`, `1998 Dec-1999 Jan`, `2020 Winter`: what is certain of it. */
function readIssueDate(tags: Tags, notebook: Notebook): string | undefined {
  const [text, online] = [tags.first("DP"), tags.first("DEP")];
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(online ?? "") ?? [];
  const exact = text === undefined ? undefined : readDate(text)?.date;
  if (text !== undefined && exact === undefined) {
    const only = /^\d{4}\b/.exec(text)?.[0];
    if (only !== undefined) notebook.guess("DP", `of “${text}” only the year is kept`);
    if (only !== undefined) return composeDate(only);
    notebook.drop("DP", `“${text}” is no date that can be read without doubt`);
  }
  return exact ?? (year === undefined ? undefined : composeDate(year, Number(month), Number(day)));
}

/** `583-589` and its short form `583-9`. */
function readPages(text: string | undefined): string | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text ?? "") ?? [];
  if (first === undefined || last === undefined) return text;
  return `${first}-${last.length < first.length ? first.slice(0, first.length - last.length) + last : last}`;
}

function readRecord(record: TaggedRecord, key: string, notebook: Notebook): Found | undefined {
  const tags = openTags(record);
  const kind =
    tags
      .all("PT")
      .map((name) => KINDS.get(name.toLowerCase()))
      .find((known) => known !== undefined) ?? "journal";
  const isBook = kind === "book" || kind === "chapter";
  const doi = [...tags.all("LID"), ...tags.all("AID")].flatMap(
    (id) => /^(\S+) \[doi\]$/.exec(id)?.[1] ?? [],
  )[0];
  const book = tags.first("BTI");
  // Titles end in a full stop. Those that were translated for the library stand in square brackets,
  // and TT has the original.
  const title =
    tags.first("TT") ??
    (kind === "book" ? (book ?? tags.first("TI")) : tags.first("TI"))?.replace(
      /^\[(.+)\]\.?$/,
      "$1",
    );
  const work = fitReference(
    {
      kind,
      title: title?.replace(/(?<=[^.])\.$/, ""),
      authors: [
        ...readPeople(tags, "FAU", "AU", notebook),
        ...tags.all("CN").map((name) => ({ name })),
      ],
      editors: readPeople(tags, "FED", "ED", notebook),
      series: tags.first("CTI"),
      edition: tags.first("EN"),
      isbn: isBook ? tags.first("ISBN")?.split(" ")[0] : undefined,
      container:
        kind === "chapter"
          ? book
          : kind === "book"
            ? undefined
            : (tags.first("JT") ?? tags.first("TA")),
      publisher: tags.first("PB"),
      // For articles it is the country of the publisher.
      place: isBook ? tags.first("PL") : undefined,
      volume: tags.first("VI"),
      issue: tags.first("IP"),
      pages: readPages(tags.first("PG")),
      date: readIssueDate(tags, notebook),
      doi,
      urls: [],
      abstract: tags.first("AB"),
      topics: tags.all("OT").map((topic) => topic.replace(/^\*/, "")),
    },
    notebook,
  );
  tags.all("PL", "JT", "ISBN", ...ADMINISTRATION.split(" "));
  for (const name of tags.unasked()) notebook.drop(name, "the record has no place for it");
  return work === undefined ? undefined : { kind: "work", key, line: record.line, work };
}

/** Reads PubMed's format (`.nbib`, MEDLINE). Never throws, whatever the text holds. */
export function readNbib(text: string): Reading {
  const records = scanTagged(text, STYLE);
  const remarks: Remark[] = [];
  const found = records.flatMap((record) => {
    const key = cleanLine(record.tags[0]?.value) ?? "";
    return readRecord(record, key, openNotebook(remarks, { key, line: record.line })) ?? [];
  });
  return { read: records.length, found, remarks };
}
