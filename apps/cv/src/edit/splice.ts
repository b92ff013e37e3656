import { isMap, isNode, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import { EditError, FilePlaces } from "./record-place.ts";
import { findPair } from "./record-sharing.ts";
import { formatInline, formatValue, indentRest } from "./record-text.ts";

/** A piece of text to be put into a file; the text from `start` to `end` goes. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** An item of a list while it is edited: one of the file, or a new value. */
export type Slot = { kind: "old"; index: number } | { kind: "new"; value: unknown };

/** A key that is new to a group of the file. */
export interface NewKey {
  key: string | number;
  value: unknown;
}

/** Writes what is new in lists and groups of a file as pieces of text for it. */
export class SpliceWriter {
  readonly #text: string;
  readonly #places: FilePlaces;

  constructor(text: string) {
    this.#text = text;
    this.#places = new FilePlaces(text);
  }

  /** The new items of a list. */
  writeSlots(seq: unknown, slots: readonly Slot[]): Splice[] {
    if (!isSeq(seq)) throw new EditError("a list of the file is no list");
    const runs: { before: number; values: unknown[] }[] = [];
    let old = 0;
    for (const slot of slots) {
      if (slot.kind === "old") old = slot.index + 1;
      else if (runs.at(-1)?.before === old) runs.at(-1)?.values.push(slot.value);
      else runs.push({ before: old, values: [slot.value] });
    }
    return runs.map(({ before, values }) =>
      seq.flow === true
        ? this.#writeFlowItems(seq, before, values)
        : this.#writeBlockItems(seq, before, values),
    );
  }

  #writeFlowItems(seq: YAMLSeq, before: number, values: readonly unknown[]): Splice {
    const items = values.map(formatInline).join(", ");
    if (seq.items.length === 0) {
      const [start, end] = this.#places.rangeOf(seq);
      return { start, end, text: `[${items}]` };
    }
    const [at] =
      before < seq.items.length
        ? this.#places.rangeOf(seq.items[before])
        : [this.#places.rangeOf(seq.items.at(-1))[1]];
    return { start: at, end: at, text: before < seq.items.length ? `${items}, ` : `, ${items}` };
  }

  #writeBlockItems(seq: YAMLSeq, before: number, values: readonly unknown[]): Splice {
    const column = this.#places.columnOf(this.#places.dashOf(seq, 0));
    const items = values
      .map((value) => `${" ".repeat(column)}- ${indentRest(formatValue(value), column + 2)}`)
      .join("\n");
    if (before < seq.items.length) {
      const at = this.#places.itemStart(this.#places.dashOf(seq, before));
      return { start: at, end: at, text: `${items}\n` };
    }
    const at = this.#places.lineEnd(seq.items.at(-1), column);
    return { start: at, end: at, text: `\n${items}` };
  }

  /** The new keys of a group, and values for those that have none. */
  writeKeys(map: unknown, entries: readonly NewKey[]): Splice[] {
    if (!isMap(map)) throw new EditError("a group of keys of the file is no group");
    const empty = entries.filter(({ key }) => findPair(map, key) !== undefined);
    const fresh = entries.filter(({ key }) => findPair(map, key) === undefined);
    return [
      ...empty.map(({ key, value }) => this.#fillPair(map, key, value)),
      ...(fresh.length === 0 ? [] : [this.#appendPairs(map, fresh)]),
    ];
  }

  /** Gives a value to a key that stands there without one, or with an empty list. */
  #fillPair(map: YAMLMap, key: string | number, value: unknown): Splice {
    const pair = findPair(map, key);
    const [keyStart, keyEnd] = this.#places.rangeOf(pair?.key);
    const colon = this.#text.indexOf(":", keyEnd) + 1;
    const [from, to] = isNode(pair?.value) ? this.#places.rangeOf(pair.value) : [colon, colon];
    const [start, end] =
      from === to || this.#text.slice(colon, from).includes("\n") ? [colon, colon] : [colon, to];
    const restOfLine = this.#text.slice(end).split("\n", 1)[0] ?? "";
    const isBlock =
      map.flow !== true &&
      Array.isArray(value) &&
      typeof value[0] === "object" &&
      restOfLine.trim() === "";
    const column = this.#places.columnOf(keyStart) + 2;
    return {
      start,
      end,
      text: isBlock
        ? `\n${" ".repeat(column)}${indentRest(formatValue(value), column)}`
        : ` ${formatInline(value)}`,
    };
  }

  #appendPairs(map: YAMLMap, entries: readonly NewKey[]): Splice {
    const last = map.items.at(-1);
    if (map.flow === true) {
      const pairs = entries
        .map(({ key, value }) => `${String(key)}: ${formatInline(value)}`)
        .join(", ");
      const [start, end] = this.#places.rangeOf(map);
      if (last === undefined) return { start, end, text: `{ ${pairs} }` };
      const [, at] = this.#places.rangeOf(last.value ?? last.key);
      return { start: at, end: at, text: `, ${pairs}` };
    }
    const column = this.#places.columnOf(this.#places.rangeOf(map.items[0]?.key)[0]);
    const pairs = entries
      .map(
        ({ key, value }) =>
          `\n${" ".repeat(column)}${indentRest(formatValue({ [String(key)]: value }), column)}`,
      )
      .join("");
    const at = this.#places.lineEnd(last?.value ?? last?.key, column);
    return { start: at, end: at, text: pairs };
  }
}
