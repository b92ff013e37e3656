import type { Loss } from "../citation/loss.ts";

export type Cell = string | number | undefined;

/** A first row of names, then a row for each entry. */
export type Table = Cell[][];

/**
 * Signs at which spreadsheets begin to calculate (OWASP, "CSV Injection"), after blanks they would
 * pass over.
 */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** Whether a spreadsheet would take a text for a formula. A plain negative number is a number. */
export function looksLikeFormula(cell: Cell): boolean {
  return typeof cell === "string" && FORMULA.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell);
}

/** An apostrophe makes a text of what a spreadsheet would calculate. */
const guard = (cell: Cell) => (looksLikeFormula(cell) ? `'${cell}` : String(cell ?? ""));

/**
 * RFC 4180: lines end in CR and LF, and what holds a comma, a quote or a line break stands in
 * quotes.
 */
function formatCell(cell: Cell): string {
  const text = guard(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The mark at the beginning tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** A table as CSV in UTF-8 that is safe to open in a spreadsheet. */
export function writeCsv(table: Table): string {
  return `${BYTE_ORDER_MARK}${table.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("")}`;
}

/** What the guard changed, as losses. */
export function guardLosses(table: Table): Loss[] {
  const guarded = table.flat().filter(looksLikeFormula).length;
  return guarded === 0
    ? []
    : [
        {
          field: "cells",
          reason:
            "an apostrophe stands before what a spreadsheet would take for a formula " +
            `(${guarded})`,
        },
      ];
}

function flattenValue(value: unknown, key: string): [key: string, cell: Cell][] {
  if (typeof value === "string" || typeof value === "number") return [[key, value]];
  if (typeof value === "boolean") return [[key, String(value)]];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const isPlain = value.every((item) => typeof item === "string" || typeof item === "number");
    return [[key, isPlain ? value.join("; ") : JSON.stringify(value)]];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => flattenValue(item, `${key}.${name}`));
}

/**
 * Any list of the record as a table: nested keys are joined by dots, lists of texts by semicolons,
 * other lists stand as JSON.
 */
export function tableOfList(entries: readonly object[]): Table {
  const rows = entries.map(
    (entry) => new Map(Object.entries(entry).flatMap(([key, value]) => flattenValue(value, key))),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column)))];
}
