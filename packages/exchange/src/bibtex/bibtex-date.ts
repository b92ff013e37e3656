import { composeDate, dropDate, readDate, readMonth } from "../found/foreign-date.ts";
import type { FieldReader } from "./bibtex-field.ts";

/** Its date, or year, month and day, as exact as they are known. */
export function readIssued(fields: FieldReader): string | undefined {
  const { notebook } = fields;
  const whole = fields.line("date");
  const year = fields.line("year");
  const month = fields.line("month");
  const date = whole ?? year;
  if (date === undefined) return undefined;
  const read = readDate(date);
  const field = whole === undefined ? "year" : "date";
  if (read === undefined) {
    dropDate(date, field, notebook);
    return undefined;
  }
  if (read.lost !== undefined) notebook.drop(field, `of “${date}” only ${read.date} is kept`);
  if (month === undefined || read.date.length > 4) return read.date;
  const day = fields.line("day");
  const words = month.split(/[\s.~–-]+/).filter((word) => word !== "");
  const named = words.find((word) => readMonth(word) !== undefined);
  const number = named === undefined ? undefined : readMonth(named);
  // Of several days or months none is the day.
  const inner = words.find(
    (word) => /^\d{1,2}$/.test(word) && word !== named && words.length === 2,
  );
  const composed =
    number === undefined
      ? undefined
      : composeDate(
          read.date,
          number,
          day === undefined && inner === undefined ? undefined : Number(day ?? inner),
        );
  if (day !== undefined && composed?.length !== 10)
    notebook.drop("day", `“${day}” is no day of that month`);
  if (words.some((word) => ![named, inner, read.date].includes(word)))
    notebook.drop("month", `of “${month}” only ${composed ?? read.date} is kept`);
  return composed ?? read.date;
}
