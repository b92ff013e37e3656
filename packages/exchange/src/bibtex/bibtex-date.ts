import { composeDate, readDay, readMonth } from "../found/foreign-date.ts";
import { readStatusNote } from "../found/phrase/status-note.ts";
import type { FieldReader } from "./bibtex-field.ts";

/** `year = {in press}` says the state of the work in the place of its date. */
export const isState = (text: string) => readStatusNote(text, undefined).status !== undefined;

/** Its date, or year, month and day, as exact as they are known. */
export function readIssued(fields: FieldReader): string | undefined {
  const { notebook } = fields;
  const whole = fields.line("date");
  const year = fields.line("year");
  const month = fields.line("month");
  const date = whole ?? year;
  if (date === undefined || isState(date)) return undefined;
  const read = readDay(date, whole === undefined ? "year" : "date", notebook);
  if (month === undefined || read === undefined || read.length > 4) return read;
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
          read,
          number,
          day === undefined && inner === undefined ? undefined : Number(day ?? inner),
        );
  if (day !== undefined && composed?.length !== 10)
    notebook.drop("day", `“${day}” is no day of that month`);
  if (words.some((word) => ![named, inner, read].includes(word)))
    notebook.drop("month", `of “${month}” only ${composed ?? read} is kept`);
  return composed ?? read;
}
