import { tableOfList, writeCsv } from "@triptych/exchange";
import { type Cv, cvJsonSchema } from "@triptych/schema";
import { publishedRecord } from "@triptych/view";
import { strToU8, zipSync } from "fflate";
import { EXPORT_FORMATS, formatLosses } from "./export-format.ts";
import { serializeCv } from "../record/write-record.ts";

/** A content file as it is kept. */
export interface KeptFile {
  name: string;
  text: string;
}

/**
 * Archives of the same record are the same to the byte; the oldest day the format knows is no claim
 * about when.
 */
const OLDEST = new Date(1980, 0, 1);

const WHOLE = `Everything this record holds.

content/   the files as their owner keeps them, with comments and with what is never published, such as
           aliases and the note for the next edition; Triptych reads them again
cv.json    the record as it is published, as data; cv.schema.json describes it
`;

const SELECTION = `A selection of a record, without the files its owner keeps.

cv.json    what was selected, as data; cv.schema.json describes it
`;

const FOLDERS = `exports/   the record in other formats; LOSSES.txt says what each of them cannot hold
tables/    a table for each list of the record, for spreadsheets
`;

function listTables(cv: Cv): [string, string][] {
  return Object.entries(cv).flatMap(([key, value]): [string, string][] => {
    const entries = Array.isArray(value)
      ? value.flatMap((entry: unknown) =>
          typeof entry === "object" && entry !== null ? [entry] : [],
        )
      : [];
    return entries.length === 0 ? [] : [[`tables/${key}.csv`, writeCsv(tableOfList(entries))]];
  });
}

/**
 * All a record holds as one ZIP archive: the content files untouched (none for a selection), the
 * published record as data, every export with its losses, and tables.
 */
export function writeArchive(cv: Cv, content: readonly KeptFile[]): Uint8Array {
  const exported = Object.entries(EXPORT_FORMATS).map(([name, { write, file }]) => ({
    name,
    file,
    ...write(cv),
  }));
  const published = publishedRecord(cv);
  const losses = exported
    .map(({ name, losses: lost }) => `${name}\n${formatLosses(lost) || "nothing is lost"}\n`)
    .join("\n");
  const files: [string, string][] = [
    ["README.txt", (content.length === 0 ? SELECTION : WHOLE) + FOLDERS],
    ...content.map(({ name, text }): [string, string] => [`content/${name}`, text]),
    ["cv.json", serializeCv(published)],
    ["cv.schema.json", `${JSON.stringify(cvJsonSchema(), null, 2)}\n`],
    ...exported.map(({ file, text }): [string, string] => [`exports/${file}`, text]),
    ["exports/LOSSES.txt", losses],
    ...listTables(published),
  ];
  return zipSync(
    Object.fromEntries(
      files.map(([name, text]) => [name, [strToU8(text), { mtime: OLDEST, level: 9 }]]),
    ),
  );
}
