import { composeAuthor, splitMarks } from "./author-mark.ts";
import type { Notebook } from "./finding.ts";
import { stripTitles } from "./phrase/person-title.ts";
import { withoutEmpty } from "./part.ts";
import { readDay } from "./foreign-date.ts";
import { childOf, isEmptyValue, type Json, keysOf, membersOf, textOf } from "../text/json-text.ts";
import { cleanLine } from "../text/plain-text.ts";

/** A line of text at a key. */
export const lineOf = (entry: Json, ...steps: (string | number)[]): string | undefined =>
  cleanLine(textOf(entry, ...steps));

/** `Eindhoven University of Technology (TU/e)` is a name and an acronym. */
export function readInstitution(
  name: string | undefined,
  more: { unit?: string | undefined; place?: string | undefined } = {},
): Record<string, unknown> | undefined {
  if (name === undefined) return undefined;
  const [, full, acronym] = /^(.+?) \(([\p{L}\p{N}/&-]{2,12})\)$/u.exec(name) ?? [];
  const hasAcronym = acronym !== undefined && /\p{Lu}.*\p{Lu}/u.test(acronym);
  return withoutEmpty({
    name: hasAcronym ? full : name,
    acronym: hasAcronym ? acronym : undefined,
    ...more,
  });
}

const OPEN_END = /^(?:present|current|now|today|ongoing)$/i;

/**
 * A period from its two ends. One date alone counts as both, which is told. `isOpen` is what an
 * absent end means in the format: in JSON Resume and ORCID, that it goes on.
 */
export function readPeriod(
  start: string | undefined,
  end: string | undefined,
  isOpen: boolean,
  notebook: Notebook,
): Record<string, string> | undefined {
  const read = (text: string | undefined, field: string) =>
    text === undefined || OPEN_END.test(text) ? undefined : readDay(text, field, notebook);
  const [from, to] = [read(start, "start date"), read(end, "end date")];
  const goesOn = end === undefined ? isOpen : OPEN_END.test(end);
  if (from !== undefined)
    return to === undefined
      ? goesOn
        ? { start: from, end: "present" }
        : { start: from }
      : { start: from, end: to };
  if (to === undefined) return undefined;
  notebook.guess("start date", `only ${to} is given; it stands for the beginning and the end`);
  return { start: to, end: to };
}

const TITLE =
  /^((?:(?:Assoc(?:iate)?|Asst|Assistant|Adj|Em|Univ|Hon)?\.?\s*Prof(?:essor)?\.?|Dr\.?|Ph\.?D\.?)\s+)+/;

/** A person in a line such as `Prof. Dr. Ada Lovelace`. */
export function readTitledName(text: string): unknown {
  const title = TITLE.exec(text)?.[0];
  const name = title === undefined ? text : text.slice(title.length);
  return title === undefined ? name : { name, title: title.trim() };
}

/** Reports keys of an entry that no reader knows. */
export function reportUnread(entry: Json, known: string, notebook: Notebook): void {
  const names = new Set(known.split(" "));
  for (const key of keysOf(entry))
    if (!names.has(key) && !isEmptyValue(childOf(entry, key)))
      notebook.drop(key, "the record has no place for it");
}

/** Lines such as `Host: Ada Lovelace`, by their labels, and the lines that have none of these. */
export function splitLabels<Label extends string>(
  lines: readonly string[],
  labels: readonly Label[],
): { of: (label: Label) => string[]; rest: string[] } {
  const parted = lines.map((line) => ({
    line,
    label: labels.find((label) => line.startsWith(`${label}: `)),
  }));
  return {
    of: (wanted) =>
      parted.flatMap(({ line, label }) => (label === wanted ? [line.slice(label.length + 2)] : [])),
    rest: parted.flatMap(({ line, label }) => (label === undefined ? [line] : [])),
  };
}

/** The lines of a list of texts, or of one text in its place. */
export const linesOf = (entry: Json, ...steps: (string | number)[]) =>
  membersOf(entry, ...steps).flatMap((line) =>
    typeof line === "string" ? (cleanLine(line) ?? []) : [],
  );

/** Tells of lines that have no place in an entry, each by how it begins. */
export function dropLines(
  field: string,
  lines: readonly (string | undefined)[],
  notebook: Notebook,
): void {
  for (const line of lines)
    if (line !== undefined && line !== "") notebook.drop(field, `“${line.slice(0, 60)}”`);
}

/**
 * How well a language is known: levels of the European framework and native speakers are levels,
 * other words a note.
 */
export function readLevel(text: string | undefined): {
  level?: string | undefined;
  note?: string | undefined;
} {
  const [, level, note] =
    /^(native(?: speaker)?|[abc][12])\b(?:,\s*(.+))?$/i.exec(text ?? "") ?? [];
  return level === undefined
    ? { note: text }
    : { level: /^native/i.test(level) ? "native" : level.toLowerCase(), note };
}

/**
 * The parts of a line about someone who can be asked: what someone is, where, and how to write to
 * them.
 */
export function readStanding(parts: readonly string[]): {
  position?: string | undefined;
  institution?: string | undefined;
  email?: string | undefined;
} {
  const [position, ...institution] = parts.filter((part) => !part.includes("@"));
  return {
    position,
    institution: institution.length === 0 ? undefined : institution.join(", "),
    email: parts.find((part) => part.includes("@")),
  };
}

const NAME =
  /^(?:[\p{Lu}\p{Lo}’'][\p{L}\p{M}.’'()-]*|(?:van|von|de|der|den|di|da|bin|al|la|le|ter|ten|du|dos)\b)(?:[ -](?:[\p{L}\p{M}.’'()-]+))*$/u;

/**
 * Authors in a line such as `Ada Lovelace, Charles Babbage`, if the owner is among them and every
 * part looks like a name.
 */
export function readAuthorLine(
  text: string | undefined,
  owner: string | undefined,
): { name: string }[] | undefined {
  if (text === undefined || owner === undefined) return undefined;
  const parts = text
    .replaceAll(/,? and /g, ", ")
    .replaceAll(/, (?=(?:Jr|Sr)\.?(?:,|$))/g, "\0")
    .split(/\s*,\s*/)
    .map((part) => part.replaceAll("\0", ", "));
  const names = parts.flatMap((part) => splitMarks(part).name ?? []);
  return (names.includes(owner) || names.includes(stripTitles(owner))) &&
    names.every((name) => NAME.test(name.replace(/, [JS]r\.?$/, "")))
    ? names.map((name) => ({ name }))
    : undefined;
}

/** The name of the owner from its parts. */
export const joinOwner = (given: string | undefined, family: string | undefined) =>
  composeAuthor({ given, family })?.name;
