import { isMap, isNode, isSeq, type YAMLSeq } from "yaml";

/** A place in the file that cannot be edited as text; that one is met is a bug. */
export class EditError extends Error {}

/** Where the parts of a YAML text begin and end, as offsets; lines end in \n. */
export class FilePlaces {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  rangeOf(node: unknown): [number, number] {
    const range = isNode(node) ? node.range : undefined;
    if (range === undefined || range === null)
      throw new EditError("a value of the file has no place in it");
    return [range[0], range[1]];
  }

  columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  /**
   * Where the last thing inside a value ends; block collections reach further than their contents.
   */
  #endOf(node: unknown): number {
    if (isSeq(node) && node.flow !== true && node.items.length > 0)
      return this.#endOf(node.items.at(-1));
    const last = isMap(node) && node.flow !== true ? node.items.at(-1) : undefined;
    if (last !== undefined) return this.#endOf(last.value ?? last.key);
    let [, end] = this.rangeOf(node);
    while (this.#text[end - 1] === "\n") end -= 1;
    return end;
  }

  /**
   * The end of the line on which a value ends, after a comment that may stand there, and after
   * comments below it that are indented more than `column`: they belong to the value, and would
   * become part of a block of text put before them.
   */
  lineEnd(node: unknown, column: number): number {
    const next = this.#text.indexOf("\n", this.#endOf(node));
    const end = next === -1 ? this.#text.length : next;
    const below = /^(?:\n[ \t]*)*\n( *)#[^\n]*/.exec(this.#text.slice(end, end + 2000));
    return below !== null && (below[1]?.length ?? 0) > column
      ? this.#lineEndBelow(end + below[0].length, column)
      : end;
  }

  #lineEndBelow(end: number, column: number): number {
    const below = /^\n( *)#[^\n]*/.exec(this.#text.slice(end, end + 2000));
    return below !== null && (below[1]?.length ?? 0) > column
      ? this.#lineEndBelow(end + below[0].length, column)
      : end;
  }

  /** The dash of an item of a block list. */
  dashOf(seq: YAMLSeq, index: number): number {
    const [start] = this.rangeOf(seq.items[index]);
    const [first] = this.rangeOf(seq);
    const dash = index === 0 ? first : this.#text.lastIndexOf("-", start - 1);
    if (this.#text[dash] !== "-") throw new EditError("an item of a list has no dash");
    return dash;
  }

  /** The start of the line an item begins on, before the comments that stand right above it. */
  itemStart(dash: number): number {
    let start = this.#text.lastIndexOf("\n", dash - 1) + 1;
    for (;;) {
      const above = this.#text.lastIndexOf("\n", start - 2) + 1;
      if (
        start === 0 ||
        !/^\s*#/.test(this.#text.slice(above, start)) ||
        above >= start ||
        this.columnOf(above + this.#text.slice(above).search(/\S/)) !== this.columnOf(dash)
      )
        return start;
      start = above;
    }
  }
}
