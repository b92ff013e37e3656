import type { FoundAuthor, Notebook } from "./finding.ts";
import { cleanLine } from "../text/plain-text.ts";

const MARKS = /[*∗⋆＊†‡§¶#]+/gu;
/** Raised digits number affiliations; DBLP numbers people of one name: `Ann Doe 0001`. */
const AFFILIATIONS = /(?:(?:[\s,]*[¹²³⁰-⁹]+(?:[,ʼ]?[¹²³⁰-⁹])*)+|\s0\d{3})$/u;

/** Marks of different fonts that mean one sign. */
const unifyMark = (mark: string) => mark.replaceAll(/[∗⋆＊]/gu, "*");

/**
 * Takes signs such as `*` off a name. What they mean differs between sources, so they are kept
 * apart, sorted and each once.
 */
export function splitMarks(text: string): {
  name: string | undefined;
  marks?: string;
  affiliations?: string;
} {
  const affiliations = AFFILIATIONS.exec(text)?.[0];
  const bare = affiliations === undefined ? text : text.slice(0, -affiliations.length);
  const found = [...new Set([...bare.matchAll(MARKS)].flatMap(([signs]) => [...unifyMark(signs)]))]
    .toSorted()
    .join("");
  const name = cleanLine(bare.replaceAll(MARKS, "").replaceAll(/\s+,/g, ","))?.replace(/,$/, "");
  return {
    name,
    ...(found === "" ? {} : { marks: found }),
    ...(affiliations === undefined ? {} : { affiliations: affiliations.trim() }),
  };
}

/**
 * A name by its parts, printed in the order in which people are called. The family name is only
 * stated where the source sets it apart.
 */
export function composeAuthor(parts: {
  given?: string | undefined;
  particle?: string | undefined;
  family?: string | undefined;
  suffix?: string | undefined;
}): FoundAuthor | undefined {
  const given = splitMarks(parts.given ?? "");
  const family = splitMarks(parts.family ?? "");
  const suffix = splitMarks(parts.suffix ?? "");
  const particle = cleanLine(parts.particle);
  const printed = cleanLine(
    [given.name, particle, family.name].filter((part) => part !== undefined).join(" "),
  );
  if (printed === undefined) return undefined;
  const marks = [...new Set([given.marks, family.marks, suffix.marks].join(""))]
    .toSorted()
    .join("");
  return {
    name: suffix.name === undefined ? printed : `${printed}, ${suffix.name}`,
    ...(family.name === undefined || given.name === undefined ? {} : { family: family.name }),
    ...(marks === "" ? {} : { marks }),
  };
}

/**
 * The name of a body that has no parts, such as `World Kettle Organization`: the whole of it is
 * what it is sorted by.
 */
export const readBody = (author: FoundAuthor): FoundAuthor =>
  author.name.includes(" ") ? { ...author, family: author.name } : author;

/** A name that is taken as it stands. */
export function readLiteralName(text: string, field: string, notebook: Notebook): FoundAuthor[] {
  const { name, marks, affiliations } = splitMarks(text);
  if (affiliations !== undefined)
    notebook.drop(field, `“${affiliations}” at a name is a number and no part of it`);
  return name === undefined ? [] : [{ name, ...(marks === undefined ? {} : { marks }) }];
}

/**
 * `Family, Given, Suffix`; a name without a comma is taken as it stands, and one with a comma at
 * its end is that of a body.
 */
export function readInvertedName(text: string, field: string, notebook: Notebook): FoundAuthor[] {
  const [family, given, suffix, ...more] = text.split(/\s*,\s*/).filter((part) => part !== "");
  if (more.length > 0) notebook.drop(field, `“${more.join(", ")}” at a name`);
  if (given === undefined) {
    const names = readLiteralName(text, field, notebook);
    return text.trimEnd().endsWith(",") ? names.map(readBody) : names;
  }
  return [composeAuthor({ given, family, suffix })].filter((author) => author !== undefined);
}
