import { readKindNames } from "@triptych/schema";
import { readBody, readInvertedName } from "../found/author-mark.ts";
import type { FoundAuthor, Notebook, Reading } from "../found/finding.ts";
import { composeDate, dropDate, readDate } from "../found/foreign-date.ts";
import { readTagged } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import { cleanLine } from "../text/plain-text.ts";
import { scanTagged, type TaggedRecord, type Tags } from "../text/tagged-text.ts";

/**
 * Up to four letters padded to four, hyphen, blank, value (NLM, MEDLINE/PubMed Data Element
 * Descriptions).
 */
const TAG = /^([A-Z]{2,4})\s{0,2}-(?:\s|$)(.*)$/s;

/** ERIC writes the format without PubMed's numbers: its records begin with whose they are. */
const styleOf = (text: string) => ({
  tag: TAG,
  opens: /^\uFEFF?PMID\s{0,2}-/m.test(text) ? "PMID" : "OWN",
});

const KINDS = readKindNames("pubmed");

/** Kinds that stand in no journal. */
const ALONE = new Set(["book", "thesis", "master-thesis", "report"]);

/** What the library keeps about its own work, and what stands beside a fuller form of itself. */
const ADMINISTRATION = new Set(
  "OWN STAT DCOM LR SB MHDA EDAT CRDT PHST PST SO OTO JID PMCR DA DEP AU ED TA PL LID AID IS".split(
    " ",
  ),
);

/** Identifiers and grants, which are reported one by one: no other field has them. */
const NUMBERS = ["PMID", "OID", "MID", "SI", "GR"];

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
    const only = /^\d{4}\b|\b\d{4}$/.exec(text)?.[0];
    if (only !== undefined) notebook.guess("DP", `of “${text}” only the year is kept`);
    if (only !== undefined) return composeDate(only);
    dropDate(text, "DP", notebook);
  }
  return exact ?? (year === undefined ? undefined : composeDate(year, Number(month), Number(day)));
}

/** `583-589` and its short form `583-9`. */
function readPages(text: string | undefined): string | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text ?? "") ?? [];
  if (first === undefined || last === undefined) return text;
  return `${first}-${last.length < first.length ? first.slice(0, first.length - last.length) + last : last}`;
}

/**
 * The first of its types that says what it is; most say what it is about or who paid. ERIC numbers
 * articles of journals EJ, whatever else they are.
 */
const kindOf = (tags: Tags) =>
  tags.first("OID")?.startsWith("EJ") === true
    ? "journal"
    : (tags
        .all("PT")
        .map((name) => KINDS.get(name.toLowerCase()))
        .find((known) => known !== undefined) ?? "journal");

/**
 * Titles end in a full stop. Those that were translated for the library stand in square brackets,
 * and TT has the original.
 */
function readTitle(tags: Tags, ...names: string[]): string | undefined {
  const title = tags.first("TT") ?? tags.first(...names)?.replace(/^\[(.+)\]\.?$/, "$1");
  return title?.replace(/(?<=[^.])\.$/, "");
}

const readDois = (tags: Tags) =>
  [...tags.all("LID"), ...tags.all("AID")].flatMap((id) => /^(\S+) \[doi\]$/.exec(id)?.[1] ?? []);

function toReference(_: TaggedRecord, tags: Tags, notebook: Notebook): Reference {
  const kind = kindOf(tags);
  const [isWhole, isPart] = [kind === "book", kind === "chapter"];
  for (const tag of NUMBERS)
    for (const value of tags.all(tag)) notebook.drop(tag, `“${value}” has no place in the record`);
  const groups = tags.all("CN").map((name) => readBody({ name }));
  return {
    kind,
    title: readTitle(tags, ...(isWhole ? ["BTI"] : []), "TI"),
    authors: [...readPeople(tags, "FAU", "AU", notebook), ...groups],
    editors: readPeople(tags, "FED", "ED", notebook),
    series: tags.first("CTI"),
    edition: tags.first("EN"),
    isbn: isWhole || isPart ? tags.first("ISBN")?.split(" ")[0] : undefined,
    container: isPart
      ? tags.first("BTI")
      : ALONE.has(kind)
        ? undefined
        : (tags.first("JT") ?? tags.first("TA")),
    // ERIC writes who published a thesis, a report or a book where a journal would stand.
    publisher: tags.first("PB") ?? (ALONE.has(kind) ? tags.first("JT") : undefined),
    // For articles it is the country of the publisher.
    place: isWhole || isPart ? tags.first("PL") : undefined,
    volume: tags.first("VI"),
    issue: tags.first("IP"),
    pages: readPages(tags.first("PG")),
    date: readIssueDate(tags, notebook),
    doi: readDois(tags)[0],
    urls: [
      ...tags.all("PMC").map((id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`),
      ...[...tags.all("AID"), ...tags.all("LID")].filter((id) => /^https?:/.test(id)),
    ],
    abstract: tags.first("AB"),
    topics: tags.all("OT").map((topic) => topic.replace(/^\*/, "")),
  };
}

/** Reads PubMed's format (`.nbib`, MEDLINE). Never throws, whatever the text holds. */
export const readNbib = (text: string): Reading =>
  readTagged(scanTagged(text, styleOf(text)), {
    keyOf: ({ tags: [first, ...rest] }) =>
      cleanLine((first?.name === "OWN" ? rest.find(({ name }) => name === "OID") : first)?.value),
    isSilent: (tag) => ADMINISTRATION.has(tag),
    toReference,
  });
