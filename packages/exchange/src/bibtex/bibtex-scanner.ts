import { createLineCounter } from "../text/line-index.ts";

/** A piece of a value: text between braces or quotes, or the name of a macro. */
export type Piece = { kind: "text"; text: string } | { kind: "macro"; name: string };

export interface RawField {
  name: string;
  line: number;
  pieces: Piece[];
}

/** Names of types may hold nearly any character (btxdoc): Mendeley writes `@web_page`. */
export const TYPE = String.raw`[A-Za-z][^\s"#%'(),={}@]*`;

/** Inside an unclosed value only an entry at the start of a line ends the search. */
export const NEXT_ENTRY = new RegExp(String.raw`^[ \t]*@[ \t]*${TYPE}[ \t]*[{(]`, "my");
export const BLANKS = /[\s\uFEFF]*/y;
const NAME = /[^\s=,{}"#%()][^\s=,{}"#]*/y;
/** In an entry between round brackets a number or a macro ends at the closing one. */
const BRACKETED_NAME = /[^\s=,{}"#%()][^\s=,{}"#)]*/y;
const TEXT_STOP = /[{}\n]/g;
const QUOTED_STOP = /[{}"\n]/g;

/** What cannot be read; its message is shown to the owner. */
export class ScanError extends Error {}

/**
 * Reads one file from left to right, once: every character is looked at a bounded number of times,
 * whatever the file holds.
 */
export class Scanner {
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
