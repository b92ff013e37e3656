import { Cv, LinkType } from "@triptych/schema";
import { isCollection, isScalar } from "yaml";
import { type Assembly, setIn } from "./assemble.ts";
import type { ContentFile } from "./content-file.ts";
import { findNode, type Span, spanOf } from "./content-place.ts";
import { knownKeys } from "./known-key.ts";
import { explainReference, partOfReference } from "./remedy/refer.ts";
import { proposeForCollection, proposeForText } from "./remedy/propose.ts";
import { writeValue } from "./remedy/write-value.ts";
import { type SchemaFault, toSchemaFaults } from "./schema-fault.ts";

type Path = readonly PropertyKey[];

/** Another text in place of a piece of a file; places count from 0. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** What a fault may say better, now that the value is known that was meant. */
export interface Remedy {
  edit?: TextEdit;
  message?: string;
}

/** What people call links of a work, where it is not the name of their kind. */
const LINK_KEYS = new Map<string, LinkType>([
  ["url", "paper"],
  ["pdf", "paper"],
  ["link", "paper"],
  ["github", "code"],
  ["repository", "code"],
  ["dataset", "data"],
]);

const NOBODY = { name: "Nobody" };

const startsWith = (path: Path, start: Path) => start.every((step, index) => path[index] === step);

/** Whether the schema takes a value at a place; only the entry around it is looked at. */
function fits(record: Record<string, unknown>, path: Path, value: unknown): boolean {
  const [part, index] = path;
  const whole = record[String(part)];
  const isEntry = Array.isArray(whole) && typeof index === "number" && path.length > 1;
  const at = isEntry ? [String(part), 0, ...path.slice(2)] : [...path];
  const alone = structuredClone(isEntry ? [whole[index]] : whole);
  const trial: Record<string, unknown> = { profile: NOBODY, [String(part)]: alone };
  setIn(trial, at, value);
  const { error } = Cv.safeParse(trial, { reportInput: true });
  return !(error?.issues ?? []).flatMap(toSchemaFaults).some((fault) => startsWith(fault.path, at));
}

const replaceIn = ({ start, source }: Span, text: string): TextEdit => ({
  from: start,
  to: start + source.length,
  text,
});

/** `name:Ann` or `name = Ann` where a group belongs; the whole line is in the value. */
function missingSpace(span: Span, path: Path): Remedy | undefined {
  const [, key = "", mark = "", rest = ""] =
    /^-?\s*([A-Za-z]\w*)(:(?=\S)|\s*[=\uff1a]\s*)(.*)$/su.exec(span.source) ?? [];
  const keys = knownKeys(path);
  const inner = keys.length > 0 ? keys : knownKeys([...path, 0]);
  if (!inner.includes(key)) return undefined;
  return {
    message:
      mark === ":"
        ? `has no space after "${key}:"; write one`
        : `has ${mark.trim()} behind "${key}"; write a colon and a space`,
    edit: replaceIn(
      span,
      `${key}: ${rest.replaceAll(/(\n\s*[A-Za-z]\w*)\s*[=\uff1a]\s*/gu, "$1: ")}`,
    ),
  };
}

/** `-Ann` where a list belongs, perhaps over several lines. */
function missingDashSpace(span: Span): Remedy | undefined {
  if (!/^-[^\s-]/.test(span.source)) return undefined;
  const text = span.source.replaceAll(/(^|\n\s*)-(?=[^\s-])/g, "$1- ");
  return { message: "has no space after its dash; write one", edit: replaceIn(span, text) };
}

/** A group where a list belongs: its first key gets the dash that is missing. */
function missingDash(span: Span): Remedy {
  const text = `- ${span.source.replaceAll(/\n(?=[^\n])/g, "\n  ")}`;
  const message = "must be a list; each of its entries begins with a dash";
  return { message, edit: replaceIn(span, text) };
}

/** A venue or a person written out where its id belongs. */
function explainWrittenOut(
  assembly: Assembly,
  record: Record<string, unknown>,
  path: Path,
  value: unknown,
) {
  if (partOfReference(path) === undefined || typeof path.at(-1) === "number") return undefined;
  if (typeof value !== "object" || value === null || !("name" in value)) return undefined;
  const name = String(value.name);
  const given = "id" in value ? [value.id] : [];
  const proposed = [...given, ...proposeForText(name)].filter((id) => fits(record, path, id));
  return explainReference({ assembly, record, path, name, proposed, written: value });
}

/** What was probably meant by a value that the schema refuses, as lines to put in its place. */
export function findRemedy(
  assembly: Assembly,
  record: Record<string, unknown>,
  { path, near }: SchemaFault,
): Remedy | undefined {
  const file = assembly.files.get(String(path[0]));
  const span = file === undefined ? undefined : spanOf(file, path);
  if (file === undefined || span === undefined) return undefined;
  const node = findNode(file, path);
  if (isScalar(node))
    return remedyForScalar({ assembly, record, path, near, span, value: node.value });
  if (!isCollection(node)) return undefined;
  const value: unknown = node.toJS(file.document);
  const reference = explainWrittenOut(assembly, record, path, value);
  if (reference !== undefined)
    return { message: reference.message, edit: replaceIn(span, reference.id) };
  const isTitle = path.at(-1) === "title";
  if (span.lines.length === 1) {
    const meant = proposeForCollection(value, { source: span.source, isTitle }).find((proposed) =>
      fits(record, path, proposed),
    );
    if (meant !== undefined) return { edit: replaceIn(span, writeValue(meant)) };
  }
  const keys = Array.isArray(value) || node.flow === true ? [] : Object.keys(Object(value));
  const known = knownKeys([...path, 0]);
  return keys.some((key) => known.includes(key.replace(/^-/, "")))
    ? (missingDashSpace(span) ?? missingDash(span))
    : undefined;
}

function remedyForScalar({
  assembly,
  record,
  path,
  near,
  span,
  value,
}: {
  assembly: Assembly;
  record: Record<string, unknown>;
  path: Path;
  near: string | undefined;
  span: Span;
  value: unknown;
}): Remedy | undefined {
  if (near !== undefined) return { edit: replaceIn(span, near) };
  // Nothing was written, so nothing can have been meant.
  if (value === null && span.source === "") return undefined;
  if (value === null)
    return fits(record, path, span.source)
      ? {
          message: `${span.source} means "nothing"; put it in quotes if it is a text`,
          edit: replaceIn(span, JSON.stringify(span.source)),
        }
      : undefined;
  const text = typeof value === "string" ? value : span.source;
  const proposed = proposeForText(text).filter((id) => fits(record, path, id));
  const reference = explainReference({ assembly, record, path, name: text, proposed });
  if (reference !== undefined)
    return { message: reference.message, edit: replaceIn(span, reference.id) };
  const slip = missingSpace(span, path) ?? missingDashSpace(span);
  if (slip !== undefined) return slip;
  const [meant] = proposed;
  return meant === undefined ? undefined : { edit: replaceIn(span, writeValue(meant)) };
}

/** `pdf: https://…` beside a list of links: it becomes one of them. */
function moveToLinks(file: ContentFile, path: Path, key: string, from: number): Remedy | undefined {
  const span = spanOf(file, [...path, key]);
  const isAddress = span !== undefined && /^["']?https?:/.test(span.source);
  const type = LinkType.safeParse(key.toLowerCase()).data ?? LINK_KEYS.get(key.toLowerCase());
  if (!isAddress || type === undefined || !knownKeys(path).includes("links")) return undefined;
  if (findNode(file, [...path, "links"]) !== undefined)
    return { message: `belongs to links, as { type: ${type}, url: ${span.source} }` };
  return {
    message: "belongs to links",
    edit: {
      from,
      to: span.start + span.source.length,
      text: `links: [{ type: ${type}, url: ${span.source} }]`,
    },
  };
}

/** A key that should not be there: the one that was meant, or the group that it belongs to. */
export function findKeyRemedy(
  file: ContentFile,
  { path, key = "", near }: SchemaFault,
  place: { line: number; column: number },
): Remedy | undefined {
  const begin = file.lines.lineStarts[place.line - 1] ?? 0;
  const line = (file.text.slice(begin).split("\n", 1)[0] ?? "").trimEnd();
  const from = begin + place.column - 1;
  const isTaken = near !== undefined && findNode(file, [...path, near]) !== undefined;
  if (near !== undefined && !isTaken && file.text.startsWith(key, from))
    return { edit: { from, to: from + key.length, text: near } };
  const link = moveToLinks(file, path, key, from);
  if (link !== undefined) return link;
  const empty = [...file.values].filter(([, value]) => value === null).map(([part]) => part);
  const owner = empty.find((part) => knownKeys([part]).includes(key));
  if (owner !== undefined && path.length === 0)
    return {
      message: `belongs to ${owner}; begin the line with two spaces`,
      edit: { from: begin, to: begin, text: "  " },
    };
  const before = /(\d+),\s?$/.exec(line.slice(0, place.column - 1));
  if (!/^\d+$/.test(file.text.slice(from).match(/^\w*/)?.[0] ?? "") || before === null)
    return undefined;
  const rest = file.text.slice(from).match(/^\d*/)?.[0] ?? "";
  return {
    message: "is the rest of a number; write it without a comma, with a dot before decimals",
    edit: {
      from: from - before[0].length,
      to: from + rest.length,
      text: rest.length === 3 ? `${before[1] ?? ""}${rest}` : `${before[1] ?? ""}.${rest}`,
    },
  };
}
