import { type CitationKind, readKindNames } from "@triptych/schema";
import { readInvertedName } from "../found/author-mark.ts";
import {
  type Found,
  type Notebook,
  openNotebook,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import { composeDate, readDate } from "../found/foreign-date.ts";
import { findArxivId } from "../found/identifier.ts";
import { cleanLine } from "../text/plain-text.ts";
import { fitReference } from "../found/reference.ts";
import { openTags, scanTagged, type TaggedRecord, type Tags } from "../text/tagged-text.ts";

const KINDS = readKindNames("ris");

/** What `M3` says where the type says too little. */
const FORMS: readonly [RegExp, CitationKind][] = [
  [/^master/i, "master-thesis"],
  [/review/i, "review"],
  [/poster/i, "poster"],
];

/** What has an ISBN; of all else `SN` may be an ISSN. */
const BOUND: ReadonlySet<CitationKind> = new Set<CitationKind>([
  "book",
  "chapter",
  "report",
  "other",
]);

/** Ten digits or thirteen; an ISSN has eight. */
const isIsbn = (text: string) => /^(?:\d{3})?\d{9}[\dX]$/i.test(text.replaceAll(/[\s-]/g, ""));

/**
 * Tag, two blanks, hyphen, value (RIS specification, 2011); files in the wild are loose about the
 * blanks.
 */
const STYLE = { tag: /^([A-Z][A-Z0-9])\s{0,2}-(?:\s|$)(.*)$/, opens: "TY", closes: "ER" };

function readRisDate(tags: Tags, notebook: Notebook): string | undefined {
  const texts = [...tags.all("DA"), ...tags.all("PY"), ...tags.all("Y1")];
  const dates = texts.flatMap((text): string[] => {
    const [, year, month, day] = /^(\d{4})(?:\/(\d{0,2})\/?(\d{0,2})\/?.*)?$/.exec(text) ?? [];
    const isPart = (part: string | undefined) => part !== undefined && part !== "";
    const date =
      year === undefined
        ? readDate(text)?.date
        : composeDate(
            year,
            isPart(month) ? Number(month) : undefined,
            isPart(month) && isPart(day) ? Number(day) : undefined,
          );
    if (date === undefined)
      notebook.drop("DA", `“${text}” is no date that can be read without doubt`);
    return date === undefined ? [] : [date];
  });
  return dates.toSorted((a, b) => b.length - a.length)[0];
}

function readRecord(record: TaggedRecord, key: string, notebook: Notebook): Found | undefined {
  const tags = openTags(record);
  const typeName = (tags.first("TY") ?? "").toUpperCase();
  const form = tags.first("M3") ?? "";
  const isOpen =
    typeName === "THES" ||
    typeName === "JOUR" ||
    typeName === "GEN" ||
    typeName === "CONF" ||
    typeName === "CPAPER";
  const kind =
    (isOpen ? FORMS.find(([pattern]) => pattern.test(form))?.[1] : undefined) ??
    KINDS.get(typeName) ??
    "other";
  const isThesis = kind === "thesis" || kind === "master-thesis";
  const people = (...names: string[]) =>
    tags.all(...names).flatMap((name) => readInvertedName(name, "AU", notebook));
  const notes = tags.all("N1");
  const arxiv = notes.map(findArxivId).find((id) => id !== undefined);
  const [start, end] = [tags.first("SP"), tags.first("EP")];
  const isBook = kind === "book";
  tags.all("ID", "LB", "LA", "C1");
  const work = fitReference(
    {
      kind,
      // Of a whole book BT is the title and T2 the series; of a part, BT and T2 are the book.
      title: tags.first("TI", "T1", "CT") ?? (isBook ? tags.first("BT") : undefined),
      authors: typeName === "EDBOOK" ? [] : people("AU", "A1"),
      editors: typeName === "EDBOOK" ? people("AU", "A1") : people("A2", "ED"),
      translators: people("A4"),
      series: tags.first("T3") ?? (isBook ? tags.first("T2") : undefined),
      edition: tags.first("ET"),
      number: tags.first("M1"),
      isbn:
        BOUND.has(kind) ||
        (kind === "conference" &&
          record.tags.some(({ name, value }) => name === "SN" && isIsbn(value)))
          ? tags.first("SN")
          : undefined,
      container: isThesis
        ? tags.first("PB")
        : isBook
          ? undefined
          : tags.first("T2", "JO", "JF", "BT", "JA"),
      publisher: isThesis ? undefined : tags.first("PB"),
      place: tags.first("CY", "C1"),
      volume: tags.first("VL"),
      issue: tags.first("IS"),
      pages: start === undefined || end === undefined ? start : `${start}-${end}`,
      date: readRisDate(tags, notebook),
      doi: tags.first("DO"),
      arxiv,
      urls: tags.all("UR", "L1", "L2", "LK"),
      note: notes.filter((note) => arxiv === undefined || findArxivId(note) !== arxiv).join(". "),
      abstract: tags.first("AB", "N2"),
      topics: tags.all("KW"),
    },
    notebook,
  );
  tags.all("JO", "JF", "BT", "JA");
  for (const name of tags.unasked()) notebook.drop(name, "the record has no place for it");
  return work === undefined ? undefined : { kind: "work", key, line: record.line, work };
}

/** Reads an RIS file. Never throws, whatever the text holds. */
export function readRis(text: string): Reading {
  const records = scanTagged(text, STYLE);
  const remarks: Remark[] = [];
  const found = records.flatMap((record): Found[] => {
    const key =
      cleanLine(record.tags.find(({ name }) => name === "ID")?.value) ??
      cleanLine(record.tags.find(({ name }) => name === "DO")?.value) ??
      "";
    const notebook = openNotebook(remarks, { key, line: record.line });
    if (!record.isClosed) notebook.guess("ER", "the end of the record is missing");
    const entry = readRecord(record, key, notebook);
    return entry === undefined ? [] : [entry];
  });
  return { read: records.length, found, remarks };
}
