import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Fault } from "./fault.ts";

type Steps = readonly PropertyKey[];

/** One parsed YAML file that can tell where each of its values stands. */
export interface ContentFile {
  name: string;
  document: Document.Parsed;
  lines: LineCounter;
}

export type ParsedFile = { kind: "parsed"; file: ContentFile } | { kind: "faulty"; faults: Fault[] };

function syntaxFault(name: string, error: YAMLError): Fault {
  const { line = 0, col = 0 } = error.linePos?.[0] ?? {};
  const message = error.message.replace(/ at line \d+, column \d+:?[\s\S]*$/, "");
  return { file: name, line, column: col, path: "", message: `is not valid YAML: ${message}` };
}

/** Reads one file's text. Faults: bytes that are not UTF-8, YAML that does not parse, a file that is no mapping. */
export function parseContentFile(name: string, bytes: Uint8Array): ParsedFile {
  const whole = (message: string): ParsedFile => ({ kind: "faulty", faults: [{ file: name, line: 0, column: 0, path: "", message }] });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return whole("is not UTF-8; save it in that encoding");
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, merge: false, prettyErrors: true });
  if (document.errors.length > 0) return { kind: "faulty", faults: document.errors.map((error) => syntaxFault(name, error)) };
  if (document.contents === null) return { kind: "parsed", file: { name, document, lines } };
  if (!isMap(document.contents)) return whole("must hold keys of the record, such as profile: or publications:");
  return { kind: "parsed", file: { name, document, lines } };
}

/** The file's values as plain data. Aliases that explode or lead nowhere are faults, not crashes. */
export function readValues({ name, document }: ContentFile): { kind: "read"; values: Map<string, unknown> } | { kind: "faulty"; faults: Fault[] } {
  try {
    const values: unknown = document.toJS({ maxAliasCount: 100 });
    return { kind: "read", values: new Map(Object.entries(values ?? {})) };
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: "faulty", faults: [{ file: name, line: 0, column: 0, path: "", message }] };
  }
}

function offsetOf(file: ContentFile, steps: Steps): number | undefined {
  const node = steps.length === 0 ? file.document.contents : file.document.getIn([...steps], true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Where a value stands; the nearest parent that exists answers for what is missing. */
export function locateValue(file: ContentFile, steps: Steps): { line: number; column: number } {
  for (let length = steps.length; length >= 0; length -= 1) {
    const offset = offsetOf(file, steps.slice(0, length));
    if (offset === undefined) continue;
    const { line, col } = file.lines.linePos(offset);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

/** Where a key stands, for faults that are about the key itself. */
export function locateKey(file: ContentFile, parent: Steps, key: string): { line: number; column: number } {
  const map = parent.length === 0 ? file.document.contents : file.document.getIn([...parent], true);
  const pair = isMap(map) ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key) : undefined;
  const offset = pair !== undefined && isNode(pair.key) ? pair.key.range?.[0] : undefined;
  if (offset === undefined) return locateValue(file, parent);
  const { line, col } = file.lines.linePos(offset);
  return { line, column: col };
}

/** The text of an unquoted scalar as it was typed, where YAML read it as a number or a truth value. */
export function plainSource(file: ContentFile, steps: Steps): string | undefined {
  const node = file.document.getIn([...steps], true);
  if (!isScalar(node) || node.type !== "PLAIN" || node.value === null || typeof node.value === "string") return undefined;
  return node.source;
}
