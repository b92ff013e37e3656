import type { ContentFile, Fault } from "@triptych/data";
import type { Edit } from "@triptych/exchange/import";
import { isMap, isNode, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import { editPlain } from "./plain-edit.ts";
import { EditError, FilePlaces } from "./record-place.ts";
import { findPair, findShared, stepInto } from "./record-sharing.ts";
import { formatInline, formatValue, indentRest } from "./record-text.ts";

/** A piece of text to be put into a file; the text from `start` to `end` goes. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** How deep a splice lies: where two begin at one place, what is deeper comes first. */
type Placed = Splice & { depth: number };

/** An item of a list while it is edited: one of the file, or a new value. */
type Slot = { kind: "old"; index: number } | { kind: "new"; value: unknown };

type Steps = readonly (string | number)[];

/**
 * Collects the edits of one file against the file as it stands, so that it is parsed and written
 * once.
 */
export class FileEditor {
  readonly #file: ContentFile;
  readonly #text: string;
  readonly #places: FilePlaces;
  readonly #slots = new Map<string, Slot[]>();
  readonly #added = new Map<string, { steps: Steps; key: string | number; value: unknown }[]>();

  constructor(file: ContentFile, text: string) {
    this.#file = file;
    this.#text = text;
    this.#places = new FilePlaces(text);
  }

  #nodeAt(steps: Steps): unknown {
    return steps.reduce<unknown>(stepInto, this.#file.document.contents);
  }

  /**
   * Follows a path through what was inserted before: it ends in the file, or inside a new value.
   */
  #resolve(
    path: Steps,
  ): { kind: "file"; steps: Steps } | { kind: "value"; value: unknown; rest: Steps } {
    const steps: (string | number)[] = [];
    for (const [position, step] of path.entries()) {
      const added = this.#added.get(JSON.stringify(steps))?.find(({ key }) => key === step);
      if (added !== undefined)
        return {
          kind: "value",
          value: { [String(step)]: added.value },
          rest: path.slice(position),
        };
      const slot =
        typeof step === "number" ? this.#slots.get(JSON.stringify(steps))?.[step] : undefined;
      if (slot?.kind === "new")
        return { kind: "value", value: slot.value, rest: path.slice(position + 1) };
      steps.push(slot === undefined ? step : slot.index);
    }
    return { kind: "file", steps };
  }

  #slotsOf(steps: Steps): Slot[] {
    const id = JSON.stringify(steps);
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    const node = this.#nodeAt(steps);
    const slots = isSeq(node) ? node.items.map((_, index): Slot => ({ kind: "old", index })) : [];
    this.#slots.set(id, slots);
    return slots;
  }

  /** Takes an edit on, or tells why its place cannot take one. */
  add(edit: Edit): Fault | undefined {
    const place = this.#resolve(edit.path);
    if (place.kind === "value") {
      if (typeof place.value !== "object" || place.value === null)
        throw new EditError("a new entry has no parts to be changed");
      editPlain(place.value, place.rest, edit);
      return undefined;
    }
    const { steps } = place;
    const shared = findShared(this.#file, steps);
    if (shared !== undefined) return shared;
    const node = this.#nodeAt(steps);
    if (edit.kind === "insert" && isSeq(node)) {
      this.#slotsOf(steps).splice(edit.index, 0, { kind: "new", value: edit.value });
      return undefined;
    }
    const key = steps.at(-1);
    if (key === undefined) throw new EditError("the whole file cannot be changed");
    const parent = steps.slice(0, -1);
    const id = JSON.stringify(parent);
    this.#added.set(id, [
      ...(this.#added.get(id) ?? []),
      { steps: parent, key, value: edit.kind === "set" ? edit.value : [edit.value] },
    ]);
    return undefined;
  }

  /** The text of the file with all edits in it; everything else stands as it stood. */
  write(): string {
    const splices: Placed[] = [
      ...[...this.#slots].flatMap(([id, slots]) => {
        const steps: Steps = JSON.parse(id);
        return this.#writeSlots(this.#nodeAt(steps), slots).map((splice) => ({
          ...splice,
          depth: steps.length,
        }));
      }),
      ...[...this.#added.values()].flatMap((entries) => {
        const steps = entries[0]?.steps ?? [];
        return this.#writeKeys(this.#nodeAt(steps), entries).map((splice) => ({
          ...splice,
          depth: steps.length,
        }));
      }),
    ].toSorted((a, b) => a.start - b.start || b.depth - a.depth);
    let text = "";
    let at = 0;
    for (const splice of splices) {
      if (splice.start < at) throw new EditError("two changes overlap");
      text += this.#text.slice(at, splice.start) + splice.text;
      at = splice.end;
    }
    return text + this.#text.slice(at);
  }

  #writeSlots(seq: unknown, slots: readonly Slot[]): Splice[] {
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

  #writeKeys(map: unknown, entries: readonly { key: string | number; value: unknown }[]): Splice[] {
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

  #appendPairs(map: YAMLMap, entries: readonly { key: string | number; value: unknown }[]): Splice {
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
