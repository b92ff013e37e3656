import { composeAuthor, readBody, splitMarks } from "../found/author-mark.ts";
import type { FoundAuthor, Notebook } from "../found/finding.ts";
import { readLatex } from "./latex-text.ts";
import { readEntities } from "../text/markup-text.ts";
import { cleanLine } from "../text/plain-text.ts";

/** Cuts a text at a separator outside braces. The separator matches at the place it is tried at. */
function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth > 0 || sign === undefined || !/[\s,;&]/.test(sign)) continue;
    separator.lastIndex = at;
    const found = separator.exec(text);
    if (found === null) continue;
    parts.push(text.slice(start, at));
    at += found[0].length - 1;
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

/** `and` between blanks; a comma may stand before it, and a semicolon in its place. */
const AND = /[\s,;]{1,4}and(?=[\s,;]|$)|;/iy;
const COMMA = /,/y;

/** Lower-case words before the last one are particles, as BibTeX has it. */
function splitFamily(family: string): { particle?: string; family: string } {
  const words = family.split(/\s+/);
  const end = words.findIndex(
    (word, index) =>
      index === words.length - 1 ||
      !/^\p{Ll}/u.test(word.replaceAll(/[{}]/g, "")) ||
      word.startsWith("{"),
  );
  return end <= 0
    ? { family }
    : { particle: words.slice(0, end).join(" "), family: words.slice(end).join(" ") };
}

function isBraced(text: string): boolean {
  if (!text.startsWith("{") || !text.endsWith("}")) return false;
  let depth = 0;
  for (const [index, sign] of [...text].entries()) {
    depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    if (depth === 0) return index === [...text].length - 1;
  }
  return false;
}

/**
 * `Jane Doe` rather than `García` or `F. A.`: two words in capitals, of which none is an initial.
 */
const isWholeName = (text: string) =>
  text.split(/\s+/).filter((word) => /^\p{Lu}[\p{L}\p{M}’'-]+$/u.test(word)).length >= 2;

const unquote = (text: string) => text.trim().replace(/^"(.*)"$/, "$1");

/** Parts of a name, and of them those that only say how to sort and shorten it. */
const NAME_PARTS = new Set(["family", "given", "prefix", "suffix"]);
const HINT =
  /^(?:(?:family|given|prefix|suffix)-i|useprefix|juniorprefix|nosortprefix|sortingnamekeytemplatename|nametemplates|hash)$/;

/**
 * BibLaTeX's extended format: `family=Berg, given=Rosa, prefix=von` (biber manual, 3.4). Nothing
 * where a name is in another form.
 */
function readExtendedName(
  latex: string,
  notebook: Notebook,
  field: string,
): FoundAuthor[] | undefined {
  const parts = splitOutsideBraces(latex, COMMA).map((part) =>
    /^\s*"?\s*([a-z]+(?:-i)?)\s*=\s*(.*)$/is.exec(unquote(part)),
  );
  const found = new Map<string, string>();
  for (const part of parts) {
    const [, name = "", value = ""] = part ?? [];
    if (part === null) return undefined;
    found.set(name.toLowerCase(), unquote(value));
  }
  const read = (name: string) => {
    const { text, doubts } = readLatex(found.get(name) ?? "");
    for (const doubt of doubts) notebook.guess(field, doubt);
    return cleanLine(text);
  };
  const [family, given] = [read("family"), read("given")];
  if (family === undefined && given === undefined) return undefined;
  for (const [name, value] of found)
    if (!NAME_PARTS.has(name) && !HINT.test(name))
      notebook.drop(field, `“${name}=${value}” at a name has no place in the record`);
  const [particle, suffix] = [read("prefix"), read("suffix")];
  const author = composeAuthor({ given, particle, family, suffix });
  return author === undefined ? [] : [author];
}

function readName(latex: string, notebook: Notebook, field: string): FoundAuthor[] {
  const extended = latex.includes("=") ? readExtendedName(latex, notebook, field) : undefined;
  if (extended !== undefined) return extended;
  const read = (text: string | undefined) => {
    const { text: plain, doubts } = readLatex(text ?? "");
    for (const doubt of doubts) notebook.guess(field, doubt);
    return plain;
  };
  const literal = (text: string): FoundAuthor[] => {
    const { name, marks, affiliations } = splitMarks(read(text));
    if (affiliations !== undefined)
      notebook.drop(field, `“${affiliations}” at a name is a number and no part of it`);
    return name === undefined ? [] : [{ name, ...(marks === undefined ? {} : { marks }) }];
  };
  // Braces around the whole say that it has no parts: it is the name of a body.
  if (isBraced(latex)) return literal(latex).map(readBody);
  const parts = splitOutsideBraces(latex, COMMA)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [head = "", second, third] = parts;
  if (second === undefined) return literal(head);
  if (parts.length > 3) {
    notebook.guess(
      field,
      `“${cleanLine(read(latex)) ?? ""}” was taken for ${parts.length} names parted by commas`,
    );
    return parts.flatMap(literal);
  }
  if (third === undefined && isWholeName(head) && isWholeName(second))
    notebook.guess(
      field,
      `“${cleanLine(read(latex)) ?? ""}” was taken for one name, ` +
        `${cleanLine(read(`${second} ${head}`)) ?? ""}; two names are parted by and`,
    );
  const { particle, family } = splitFamily(head);
  const author = composeAuthor({
    given: read(third ?? second),
    particle: particle === undefined ? undefined : read(particle),
    family: read(family),
    suffix: third === undefined ? undefined : read(second),
  });
  return author === undefined ? [] : [author];
}

/** Whether a list of names says that it goes on. */
export const isOpenEnded = (latex: string): boolean =>
  /(?:\band\s+others|\bet\s+al\.?)\s*$/i.test(latex);

/**
 * The names of a BibTeX field. `and others` has no place in the record and is told, as is whatever
 * was mended.
 */
export function readBibtexNames(latex: string, notebook: Notebook, field: string): FoundAuthor[] {
  const text = readEntities(latex).replaceAll(/\s+/g, " ").trim();
  const names = splitOutsideBraces(text, AND).map((name) => name.trim());
  return names.flatMap((name) => {
    const bare = name.replace(/^[\s,;]+|[\s,;]+$/g, "");
    if (bare !== name) notebook.guess(field, "a stray comma at a name was taken off");
    if (bare === "") return [];
    if (/^(?:others|et\s+al\.?)$/i.test(bare)) {
      notebook.drop(field, `“${bare}”: the list of authors is not complete`);
      return [];
    }
    const cut = bare.replace(/[\s,]+et\s+al\.?$/i, "");
    if (cut !== bare) notebook.drop(field, "“et al.”: the list of authors is not complete");
    return readName(cut, notebook, field);
  });
}
