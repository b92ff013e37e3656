import { parse } from "csv-parse/sync";
import { z } from "zod";
import { parseAddress } from "../../addresses/email-address.ts";

/** One line of a list that is brought along, with the proof that its owner asked for it. */
export interface ImportRow {
  line: number;
  address: string;
  /** When consent was given. */
  consentAt: Date;
  /** The words that were agreed to. */
  consentText: string;
  /** Where: a page, a form, a conversation. */
  consentForm: string;
}

export interface ImportFault {
  line: number;
  /** What is wrong, and what to do. */
  problem: string;
}

export type ReadRows =
  | { kind: "rows"; rows: ImportRow[] }
  | { kind: "faulty"; faults: ImportFault[] };

const COLUMNS = ["address", "consent_at", "consent_text", "consent_form"] as const;

/** How a list begins, for messages and help. */
export const IMPORT_HEADER = COLUMNS.join(",");

/** A day or a moment (RFC 3339). */
const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

const Records = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }),
);

function readMoment(text: string, now: Date): Date | string {
  const parsed = Moment.safeParse(text);
  if (!parsed.success)
    return (
      `consent_at is ${text === "" ? "empty" : `"${text}"`}; write the day on which the person ` +
      "agreed, such as 2026-03-31, or leave the line out"
    );
  const moment = new Date(text);
  return moment.getTime() > now.getTime()
    ? `consent_at is ${text}, which has not come yet`
    : moment;
}

/** Reads one record, or says everything that is wrong with it. */
function readRow(
  line: number,
  [address = "", consentAt = "", consentText = "", consentForm = ""]: readonly string[],
  now: Date,
): ImportRow | ImportFault[] {
  const parsed = parseAddress(address);
  const moment = readMoment(consentAt.trim(), now);
  const problems = [
    ...(parsed.kind === "invalid" ? [`address: ${parsed.reason}`] : []),
    ...(typeof moment === "string" ? [moment] : []),
    ...(consentText.trim() === ""
      ? ["consent_text is empty; write the words the person agreed to, or leave the line out"]
      : []),
    ...(consentForm.trim() === ""
      ? [
          "consent_form is empty; write where the person agreed, such as the address of a " +
            "page, or leave the line out",
        ]
      : []),
  ];
  if (problems.length > 0 || parsed.kind === "invalid" || typeof moment === "string")
    return problems.map((problem) => ({ line, problem }));
  return {
    line,
    address: parsed.address,
    consentAt: moment,
    consentText: consentText.trim(),
    consentForm: consentForm.trim(),
  };
}

/** Lines that name somebody a second time. Upper and lower case make no second person. */
function findDoubles(rows: readonly ImportRow[]): ImportFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, address }) => {
    const key = address.toLowerCase();
    const known = first.get(key);
    if (known !== undefined)
      return [{ line, problem: `address: the same as in line ${known}; leave one of them out` }];
    first.set(key, line);
    return [];
  });
}

function readRecords(text: string): { line: number; cells: string[] }[] | ImportFault {
  try {
    const records = Records.parse(
      parse(text, {
        bom: true,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const line =
      typeof error === "object" &&
      error !== null &&
      "lines" in error &&
      typeof error.lines === "number"
        ? error.lines
        : 1;
    const message = error instanceof Error ? error.message : String(error);
    return { line, problem: `this is no CSV: ${message}` };
  }
}

/**
 * Reads a list as CSV (RFC 4180), its columns in any order. All faults at once; a list with one
 * fault gives no rows.
 */
export function readImport(text: string, now: Date): ReadRows {
  const records = readRecords(text);
  if (!Array.isArray(records)) return { kind: "faulty", faults: [records] };
  const [header, ...body] = records;
  const names = header?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return {
      kind: "faulty",
      faults: [
        {
          line: header?.line ?? 1,
          problem: `${missing.join(", ")}: no such column; the first line must be ${IMPORT_HEADER}`,
        },
      ],
    };
  const places = COLUMNS.map((column) => names.indexOf(column));
  const read = body.map(({ line, cells }) =>
    readRow(
      line,
      places.map((place) => cells[place] ?? ""),
      now,
    ),
  );
  const rows = read.flatMap((row) => (Array.isArray(row) ? [] : [row]));
  const faults = [
    ...read.flatMap((row) => (Array.isArray(row) ? row : [])),
    ...findDoubles(rows),
  ].toSorted((a, b) => a.line - b.line);
  return faults.length > 0 ? { kind: "faulty", faults } : { kind: "rows", rows };
}
