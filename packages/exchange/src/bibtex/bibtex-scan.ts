import { createLineCounter } from "../text/line-index.ts";

/** A piece of a value: text between braces or quotes, or the name of a macro. */
export type Piece = { kind: "text"; text: string } | { kind: "macro"; name: string };

export interface RawField {
  name: string;
  line: number;
  pieces: Piece[];
}

export type ScannedItem =
  | {
      kind: "entry";
      type: string;
      key: string;
      line: number;
      fields: RawField[];
      repairs: string[];
    }
  | { kind: "string"; line: number; fields: RawField[] }
  | { kind: "broken"; type: string; key: string; line: number; reason: string };

/**
 * An entry begins at the start of a line or after a blank or a closing brace, so `a@example.org` in
 * front matter is none.
 */
const HEAD = /(?<=^|[\s}),])@\s*([A-Za-z]+)\s*([{(])/g;
/** Inside an unclosed value only an entry at the start of a line ends the search. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/my;
const LINE_ENTRY = new RegExp(NEXT_ENTRY.source, "gm");
const BLANKS = /[\s\uFEFF]*/y;
const KEY = /[^,{}()"=#%\s][^,{}"=\n]*/y;
const NAME = /[^\s=,{}"#%()][^\s=,{}"#]*/y;
/** In an entry between round brackets a number or a macro ends at the closing one. */
const BRACKETED_NAME = /[^\s=,{}"#%()][^\s=,{}"#)]*/y;
const TEXT_STOP = /[{}\n]/g;
const QUOTED_STOP = /[{}"\n]/g;

/** What cannot be read; its message is shown to the owner. */
class ScanError extends Error {}

/**
 * Reads one file from left to right, once: every sign is looked at a bounded number of times,
 * whatever the file holds.
 */
class Scanner {
  at = 0;
  readonly text: string;
  readonly lineAt: (offset: number) => number;

  constructor(text: string) {
    this.text = text;
    this.lineAt = createLineCounter(text);
  }

  skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  take(sign: string): boolean {
    this.skip(BLANKS);
    const isThere = this.text[this.at] === sign;
    if (isThere) this.at += 1;
    return isThere;
  }

  /**
   * Text up to the closing sign at depth 0, without it. The place is behind the sign afterwards.
   */
  readDelimited(close: "}" | '"'): string {
    const stop = close === '"' ? QUOTED_STOP : TEXT_STOP;
    const start = this.at;
    let depth = 0;
    for (;;) {
      stop.lastIndex = this.at;
      const found = stop.exec(this.text);
      if (found === null)
        throw new ScanError(
          close === '"' ? "a quotation mark is not closed" : "a brace is not closed",
        );
      const [sign] = found;
      this.at = found.index + 1;
      if (sign === "\n") {
        NEXT_ENTRY.lastIndex = this.at;
        if (NEXT_ENTRY.test(this.text))
          throw new ScanError(
            close === '"'
              ? "a quotation mark is not closed"
              : "a brace is not closed before the next entry begins",
          );
        continue;
      }
      if (sign === close && depth === 0) return this.text.slice(start, found.index);
      if (sign === "{") depth += 1;
      if (sign === "}") depth -= 1;
      if (depth < 0) throw new ScanError("a brace is closed that was not opened");
    }
  }

  readPiece(close: string): Piece {
    this.skip(BLANKS);
    if (this.take("{")) return { kind: "text", text: this.readDelimited("}") };
    if (this.take('"')) return { kind: "text", text: this.readDelimited('"') };
    const word = this.skip(close === ")" ? BRACKETED_NAME : NAME);
    if (word === "") throw new ScanError("a field has no value");
    return /^\d+$/.test(word) ? { kind: "text", text: word } : { kind: "macro", name: word };
  }

  readField(name: string, line: number, close: string): RawField {
    if (!this.take("=")) throw new ScanError(`there is no = after “${name.slice(0, 40)}”`);
    const pieces = [this.readPiece(close)];
    while (this.take("#")) pieces.push(this.readPiece(close));
    return { name: name.toLowerCase(), line, pieces };
  }

  /** Fields up to the closing sign; what was repaired on the way is added to `repairs`. */
  readFields(close: string, repairs: string[]): RawField[] {
    const fields: RawField[] = [];
    for (;;) {
      while (this.take(","));
      if (this.take(close)) return fields;
      const line = this.lineAt(this.at);
      NEXT_ENTRY.lastIndex = this.at;
      const isOver =
        this.at >= this.text.length || (this.text[this.at] === "@" && NEXT_ENTRY.test(this.text));
      if (isOver && fields.length > 0) {
        repairs.push("its closing brace is missing");
        return fields;
      }
      const name = this.skip(NAME);
      if (name === "")
        throw new ScanError(
          isOver
            ? "it is not closed"
            : `“${this.text.slice(this.at, this.at + 20).trim()}” stands where a field is expected`,
        );
      fields.push(this.readField(name, line, close));
      this.skip(BLANKS);
      const next = this.text[this.at];
      if (next !== "," && next !== close && next !== "@" && next !== undefined)
        repairs.push(`a comma is missing after ${name.toLowerCase()}`);
    }
  }
}

const unquote = (text: string) => text.trim();

function scanItem(
  scanner: Scanner,
  type: string,
  open: string,
  line: number,
): ScannedItem | undefined {
  const close = open === "{" ? "}" : ")";
  const item = { type, key: "", line };
  try {
    if (type === "comment" || type === "preamble") {
      if (open === "{") scanner.readDelimited("}");
      return undefined;
    }
    const repairs: string[] = [];
    if (type === "string")
      return { kind: "string", line, fields: scanner.readFields(close, repairs) };
    scanner.skip(BLANKS);
    const start = scanner.at;
    item.key = unquote(scanner.skip(KEY));
    const next = scanner.text[scanner.at];
    if (next === "=" || next === '"') {
      // No key: the entry begins with its first field.
      item.key = "";
      scanner.at = start;
      repairs.push("it has no key");
    }
    return { kind: "entry", ...item, fields: scanner.readFields(close, repairs), repairs };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    if (type === "comment" || type === "preamble") return undefined;
    return { kind: "broken", ...item, reason: error.message };
  }
}

/** Where to go on after a broken item: the next entry at the start of a line. */
function findNextEntry(text: string, from: number): number {
  LINE_ENTRY.lastIndex = from;
  return LINE_ENTRY.exec(text)?.index ?? text.length;
}

/**
 * A file with more broken entries than this is no bibliography; telling of each would help nobody.
 */
const MAX_BROKEN = 1000;

/**
 * Finds the entries of a BibTeX file with their fields as they stand there, and the lines they
 * stand on. A broken entry is told and does not take the next with it. Takes time in proportion to
 * the length of the text.
 */
export function scanBibtex(text: string): ScannedItem[] {
  const scanner = new Scanner(text);
  const items: ScannedItem[] = [];
  let broken = 0;
  for (;;) {
    HEAD.lastIndex = scanner.at;
    const head = HEAD.exec(text);
    if (head === null) return items;
    const [whole, type = "", open = "{"] = head;
    scanner.at = head.index + whole.length;
    const item = scanItem(scanner, type.toLowerCase(), open, scanner.lineAt(head.index));
    if (item !== undefined) items.push(item);
    if (item?.kind !== "broken") continue;
    broken += 1;
    if (broken === MAX_BROKEN)
      return [
        ...items,
        {
          ...item,
          reason: "with it a thousand entries are broken; the rest of the file was not read",
        },
      ];
    scanner.at = findNextEntry(text, head.index + whole.length);
  }
}
