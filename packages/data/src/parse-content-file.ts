import {
  type Document,
  isAlias,
  isMap,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { ContentFile } from "./content-file.ts";
import { findDuplicateKeys } from "./duplicate-key.ts";
import type { Fault } from "./fault.ts";
import { listAllKeys } from "./known-key.ts";
import { findOddSpaces } from "./slip/odd-space.ts";
import { findCutTexts } from "./slip/cut-text.ts";
import { findForeignColons, findSlips } from "./slip/find-slips.ts";
import type { Slip } from "./slip/slip.ts";
import { reservedStart } from "./slip/text-slips.ts";
import { explainStumble } from "./slip/stumble-words.ts";

export type ParsedFile =
  | { kind: "parsed"; file: ContentFile; faults: Fault[] }
  | { kind: "faulty"; faults: Fault[] };

/**
 * More aliases than this one anchor cannot honestly need; they grow without bound when they are
 * nested.
 */
const MAX_ALIASES = 100;

const TOO_DEEP = "is nested too deeply to be read";

const MAX_SYNTAX_FAULTS = 5;

function explainSyntax({ code, message }: YAMLError): string {
  if (code === "MULTIPLE_DOCS") return "holds several documents; remove the line --- between them";
  if (code === "TAG_RESOLVE_FAILED")
    return "has a tag (!…) that means nothing here; write the plain value";
  if (code === "RESOURCE_EXHAUSTION") return TOO_DEEP;
  return explainStumble(code, message);
}

/**
 * The first faults of a file; after one bracket too many the parser may stumble thousands of times.
 */
function syntaxFaults(name: string, lines: LineCounter, errors: readonly YAMLError[]): Fault[] {
  return errors.slice(0, MAX_SYNTAX_FAULTS).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { file: name, line, column: col, path: "", message: explainSyntax(error) };
  });
}

/** `title: !important`; a tag before a list or a group has no text to quote. */
function tagRemedy(fault: Fault, text: string): Fault {
  const lines = text.split(/\r?\n/);
  const [repair] = reservedStart(lines, fault.line - 1);
  const isText = /!(?!!)\S*(?:\s+[^[{\s].*)?$/.test(lines[fault.line - 1] ?? "");
  return repair === undefined || !isText ? fault : { ...fault, paste: repair.paste };
}

const slipFaults = (name: string, slips: readonly Slip[]): Fault[] =>
  slips.map((slip) => ({ file: name, path: "", ...slip }));

/**
 * What keeps a file from being read: as slips that are known, else in the words for the parser's.
 */
function brokenFaults(
  name: string,
  text: string,
  { errors }: Document,
  lines: LineCounter,
): Fault[] {
  if (errors.length === 0) return [];
  const isSlip = errors.every(({ code }) => code !== "MULTIPLE_DOCS");
  const slips = isSlip ? findSlips(text, listAllKeys()) : [];
  return slips.length > 0 ? slipFaults(name, slips) : syntaxFaults(name, lines, errors);
}

/** Texts that begin with * or & are none for YAML: aliases to nothing, anchors of no use. */
function anchorFaults(name: string, document: Document, lines: LineCounter, text: string): Fault[] {
  const faults: Fault[] = [];
  const used = new Set<string>();
  const anchors: { anchor: string; at: number }[] = [];
  const report = (at: number, message: string) => {
    const { line, col } = lines.linePos(at);
    const [repair] = reservedStart(text.split(/\r?\n/), line - 1);
    const paste = repair === undefined ? {} : { paste: repair.paste };
    faults.push({ ...paste, file: name, line, column: col, path: "", message });
  };
  visit(document, {
    Alias(_key, alias) {
      used.add(alias.source);
      if (alias.resolve(document) !== undefined) return;
      report(
        alias.range?.[0] ?? 0,
        `*${alias.source} points at an anchor &${alias.source} that is not above it; a text ` +
          "that begins with * stands in quotes",
      );
    },
    Scalar(_key, { anchor, range }) {
      if (anchor !== undefined) anchors.push({ anchor, at: range?.[0] ?? 0 });
    },
  });
  for (const { anchor, at } of anchors)
    if (!used.has(anchor))
      report(
        text.lastIndexOf(`&${anchor}`, at),
        `&${anchor} marks a value that nothing uses, and is no part of the text; a text that ` +
          "begins with & stands in quotes",
      );
  return faults;
}

/** What files begin with that are no text. */
const SIGNATURES: readonly [start: string, what: string][] = [
  ["PK\u0003\u0004", "a document of Word or another packed file"],
  ["\u00d0\u00cf\u0011\u00e0", "a document of an old Word"],
  ["%PDF-", "a PDF"],
  ["\u00ff\u00fe", "text in UTF-16"],
  ["\u00fe\u00ff", "text in UTF-16"],
];

/** Why bytes are not the text of a content file, and what to do; undefined where they are. */
function explainBytes(bytes: Uint8Array, text: string | undefined): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const what = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
  if (what !== undefined) return `is ${what}; save it as plain text, in UTF-8`;
  if (text !== undefined) return undefined;
  const line = new TextDecoder("utf-8").decode(bytes).split("\ufffd", 1)[0]?.split("\n").length;
  return `is not UTF-8 (line ${line ?? 1}); save it in that encoding`;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads one file's bytes. Faults: bytes that are not UTF-8, YAML that does not parse, aliases that
 * lead nowhere or explode, a file that is no mapping. Keys written twice and tags without meaning
 * are faults too, but leave the values to be checked.
 */
export function parseContentFile(name: string, bytes: Uint8Array): ParsedFile {
  const whole = (message: string): ParsedFile => ({
    kind: "faulty",
    faults: [{ file: name, line: 0, column: 0, path: "", message }],
  });
  const text = decodeUtf8(bytes);
  const foreign = explainBytes(bytes, text);
  if (foreign !== undefined || text === undefined) return whole(foreign ?? "is no text");
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: "error",
    });
    const spaces = slipFaults(name, findOddSpaces(text));
    if (spaces.length > 0) return { kind: "faulty", faults: spaces };
    const stumbles = brokenFaults(name, text, document, lines);
    const broken = stumbles.length > 0 ? stumbles : anchorFaults(name, document, lines, text);
    if (broken.length > 0) return { kind: "faulty", faults: broken };
    const { contents } = document;
    const isKeyed = contents === null || isMap(contents) || isAlias(contents);
    const colons = isKeyed ? [] : slipFaults(name, findForeignColons(text));
    if (colons.length > 0) return { kind: "faulty", faults: colons.slice(0, MAX_SYNTAX_FAULTS) };
    if (!isKeyed) return whole("must hold keys of the record, such as profile: or publications:");
    const values: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const file = { name, text, document, lines, values: new Map(Object.entries(values ?? {})) };
    return {
      kind: "parsed",
      file,
      faults: [
        ...syntaxFaults(name, lines, document.warnings).map((fault) => tagRemedy(fault, text)),
        ...findDuplicateKeys(file),
        ...slipFaults(name, findCutTexts(text)),
      ],
    };
  } catch (error) {
    // The parser throws for aliases that explode and for nesting that exhausts the stack.
    if (error instanceof RangeError) return whole(TOO_DEEP);
    if (error instanceof ReferenceError)
      return whole("has too many aliases (*name); write the values out");
    throw error;
  }
}
