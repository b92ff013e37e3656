import { type Json, parseJson } from "../text/json-text.ts";
import { openTags, type TaggedRecord, type Tags } from "../text/tagged-text.ts";
import { type Finding, type Notebook, openNotebook, type Origin, type Reading } from "./finding.ts";
import { fitReference } from "./fit-reference.ts";
import type { Reference } from "./reference.ts";

/** A reading that grows entry by entry. */
export interface OpenReading {
  reading: Reading;
  /** Reads one entry, which counts whether anything is found in it or not. */
  add: (origin: Origin, read: (notebook: Notebook) => Finding | undefined) => void;
}

export function openReading(): OpenReading {
  const reading: Reading = { read: 0, found: [], remarks: [] };
  return {
    reading,
    add: (origin, read) => {
      reading.read += 1;
      const finding = read(openNotebook(reading.remarks, origin));
      if (finding !== undefined) reading.found.push({ ...origin, ...finding });
    },
  };
}

/** The reading of a file in which nothing can be read. */
export function brokenReading({ line, reason }: { line: number; reason: string }): Reading {
  const { reading } = openReading();
  openNotebook(reading.remarks, { key: "", line }).leaveOut(reason);
  return reading;
}

/** Reads a file in JSON; one that is broken is left out as a whole. */
export function readJson(text: string, read: (value: Json) => Reading): Reading {
  const parsed = parseJson(text);
  return parsed.kind === "broken" ? brokenReading(parsed) : read(parsed.value);
}

/** What a reference gives, if it can be fitted to the record. */
export function asWork(reference: Reference, notebook: Notebook): Finding | undefined {
  const work = fitReference(reference, notebook);
  return work === undefined ? undefined : { kind: "work", work };
}

/** Reads one entry of a bibliography: its fields to a reference, which is fitted to the record. */
export function addReference(
  { add }: OpenReading,
  origin: Origin,
  toReference: (notebook: Notebook) => Reference,
): void {
  add(origin, (notebook) => asWork(toReference(notebook), notebook));
}

/** How a format writes a work in tags. */
export interface TaggedFormat<Record extends TaggedRecord> {
  keyOf: (record: Record) => string | undefined;
  /** Tags in which there is nothing for the record, or that stand in for others. */
  isSilent: (tag: string) => boolean;
  toReference: (record: Record, tags: Tags, notebook: Notebook) => Reference;
}

/** Reads records of tags; what nobody asked for is reported. */
export function readTagged<Record extends TaggedRecord>(
  records: readonly Record[],
  { keyOf, isSilent, toReference }: TaggedFormat<Record>,
): Reading {
  const open = openReading();
  for (const record of records)
    addReference(open, { key: keyOf(record) ?? "", line: record.line }, (notebook) => {
      const tags = openTags(record);
      const reference = toReference(record, tags, notebook);
      for (const { name, text, isMore } of tags.unasked())
        if (!isSilent(name))
          notebook.drop(
            name,
            isMore ? `“${text}”: the record has a place for one` : "the record has no place for it",
          );
      return reference;
    });
  return open.reading;
}
