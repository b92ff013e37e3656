import { type CitationKind, readKindNames } from "@triptych/schema";
import { readInvertedName } from "../found/author-mark.ts";
import type { Notebook, Reading } from "../found/finding.ts";
import { mostExact, readDay } from "../found/foreign-date.ts";
import { dropForm } from "../found/phrase/form-word.ts";
import { readTagged } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import { splitArchiveNotes } from "../found/phrase/status-note.ts";
import { cleanLine } from "../text/plain-text.ts";
import { scanTagged, type TaggedRecord, type Tags } from "../text/tagged-text.ts";

const KINDS = readKindNames("ris");

/** What `M3` says where the type says too little. */
const FORMS: readonly [RegExp, CitationKind][] = [
  [/^master/i, "master-thesis"],
  [/review/i, "review"],
  [/poster/i, "poster"],
];

/** Types that `M3` may make more exact. */
const OPEN = new Set(["THES", "JOUR", "GEN", "CONF", "CPAPER"]);

/** What has an ISBN; of all else `SN` may be an ISSN. */
const BOUND: ReadonlySet<CitationKind> = new Set<CitationKind>([
  "book",
  "chapter",
  "report",
  "other",
]);

/** Tags of the entry and not of the work. */
const SILENT = new Set(["TY", "ID", "LB"]);

/** Ten digits or thirteen; an ISSN has eight. */
const isIsbn = (text: string) => /^(?:\d{3})?\d{9}[\dX]$/i.test(text.replaceAll(/[\s-]/g, ""));

/**
 * Tag, two blanks, hyphen, value (RIS specification, 2011); files in the wild are loose about the
 * blanks.
 */
const STYLE = { tag: /^([A-Z][A-Z0-9])\s{0,2}-(?:\s|$)(.*)$/s, opens: "TY", closes: "ER" };

/** `2019/05/03/Spring`: year, month, day and anything else, each of which may be empty. */
const RIS_DATE = /^(\d{4})(?:\/(\d{0,2})\/?(\d{0,2})\/?(.*))?$/;

function readRisDate(tags: Tags, notebook: Notebook): string | undefined {
  const dates = ["DA", "PY", "Y1"].flatMap((tag) =>
    tags.all(tag).flatMap((text) => {
      const [, year, month = "", day = "", rest = ""] = RIS_DATE.exec(text) ?? [];
      if (year === undefined) return readDay(text, tag, notebook) ?? [];
      if (rest !== "")
        notebook.drop(tag, `“${rest}”: a date of the record is a year, a month or a day`);
      const parts = [year, month, month === "" ? "" : day].filter((part) => part !== "");
      return readDay(parts.join("-"), tag, notebook) ?? [];
    }),
  );
  return mostExact(dates);
}

function kindOf(type: string, form: string): CitationKind {
  const stated = OPEN.has(type) ? FORMS.find(([pattern]) => pattern.test(form))?.[1] : undefined;
  return stated ?? KINDS.get(type) ?? "other";
}

/**
 * What it stands in. Of a whole book T2 is the series; of a part, T2 and BT are the book; the
 * publisher of a thesis is the school.
 */
function readContainer(
  kind: CitationKind,
  tags: Tags,
): Pick<Reference, "container" | "publisher" | "series"> {
  const series = tags.first("T3") ?? (kind === "book" ? tags.first("T2") : undefined);
  const publisher = tags.first("PB");
  if (kind === "thesis" || kind === "master-thesis") return { series, container: publisher };
  const container = kind === "book" ? undefined : tags.first("T2", "JO", "JF", "BT", "JA");
  return { series, container, publisher };
}

/** Names that some programs write into one line, in the place of one line for each. */
const splitNames = (line: string) => line.split(";").filter((name) => name.trim() !== "");

/** The editors of a whole book stand where others have their authors. */
function readPeople(type: string, tags: Tags, notebook: Notebook) {
  const people = (...names: string[]) =>
    tags
      .all(...names)
      .flatMap((line) => splitNames(line))
      .flatMap((name) => readInvertedName(name, "AU", notebook));
  const [makers, translators] = [people("AU", "A1"), people("A4")];
  return type === "EDBOOK"
    ? { authors: [], editors: makers, translators }
    : { authors: makers, editors: people("A2", "ED"), translators };
}

function toReference(record: TaggedRecord, tags: Tags, notebook: Notebook): Reference {
  if (!record.isClosed) notebook.guess("ER", "the end of the record is missing");
  const type = (tags.first("TY") ?? "").toUpperCase();
  const noted = tags.first("M3");
  // Older versions of Mendeley note the DOI there.
  const [form, doi] = /^10\.\d{4,9}\//.test(noted ?? "") ? [undefined, noted] : [noted];
  const kind = kindOf(type, form ?? "");
  dropForm(form, "M3", notebook);
  const [start, end] = [tags.first("SP"), tags.first("EP")];
  // The number of an article that has no pages.
  const number = start === undefined ? tags.first("C7") : undefined;
  const isBound =
    BOUND.has(kind) ||
    (kind === "conference" &&
      record.tags.some(({ name, value }) => name === "SN" && isIsbn(value)));
  return {
    kind,
    title: tags.first("TI", "T1", "CT") ?? (kind === "book" ? tags.first("BT") : undefined),
    ...readPeople(type, tags, notebook),
    ...readContainer(kind, tags),
    ...splitArchiveNotes(tags.all("N1")),
    ...(kind === "software"
      ? { number: tags.first("ET") ?? tags.first("M1") }
      : { edition: tags.first("ET"), number: tags.first("M1") }),
    isbn: isBound ? tags.first("SN") : undefined,
    place: tags.first("CY", "C1"),
    volume: tags.first("VL"),
    issue: tags.first("IS"),
    pages: start === undefined || end === undefined ? (start ?? number) : `${start}-${end}`,
    date: readRisDate(tags, notebook),
    doi: tags.first("DO") ?? doi,
    urls: tags.all("UR", "L1", "L2", "LK"),
    abstract: tags.first("AB", "N2"),
    topics: tags.all("KW"),
  };
}

function keyOf({ tags }: TaggedRecord): string | undefined {
  const valueOf = (tag: string) => cleanLine(tags.find(({ name }) => name === tag)?.value);
  return valueOf("ID") ?? valueOf("DO");
}

/** Reads an RIS file. Never throws, whatever the text holds. */
export const readRis = (text: string): Reading =>
  readTagged(scanTagged(text, STYLE), {
    keyOf,
    isSilent: (tag) => SILENT.has(tag),
    toReference,
  });
