import type { Institution, Period, PrintedName } from "@triptych/schema";

/** An entry of a section; keys without a value are undefined. */
export type Entry = Record<string, unknown> | string;

/** Texts of RenderCV are Markdown; what would be emphasis, code or a link is escaped. */
export function escape(text: string): string {
  return text.replaceAll(/[\\*`[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

export const text = (value: string | undefined) =>
  value === undefined ? undefined : escape(value);
export const joined = (parts: readonly (string | undefined)[], separator = ", ") => {
  const filled = parts.filter((part) => part !== undefined && part !== "").join(separator);
  return filled === "" ? undefined : escape(filled);
};

export const titled = (name: PrintedName) =>
  typeof name === "string"
    ? name
    : [name.title, name.name].filter((part) => part !== undefined).join(" ");
export const people = (label: string, names: readonly PrintedName[]) =>
  names.map((name) => escape(`${label}: ${titled(name)}`));
/**
 * What the format has no field for, as a highlight that a reader understands and an import knows
 * again.
 */
export const labelled = (label: string, value: string | undefined) =>
  value === undefined ? undefined : escape(`${label}: ${value}`);
export const list = (items: readonly (string | undefined)[]) => {
  const filled = items.filter((item) => item !== undefined);
  return filled.length === 0 ? undefined : filled;
};

/**
 * RenderCV takes a start without an end for something that goes on; where the end is not known, the
 * start stands as a date.
 */
export function periodOf({ start, end }: Period) {
  return end === undefined ? { date: start } : { start_date: start, end_date: end };
}

export const nameOf = ({ name, acronym }: Institution) =>
  acronym === undefined ? name : `${name} (${acronym})`;

export const named = (name: string | undefined, rest: Record<string, unknown>): Entry => ({
  name: name === undefined ? "" : escape(name),
  ...rest,
});
