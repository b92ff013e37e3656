import type { ContentFile, Fault } from "@triptych/data";
import type { Edit } from "@triptych/exchange/import";
import { isSeq } from "yaml";
import { editPlain } from "./plain-edit.ts";
import { EditError } from "./record-place.ts";
import { findShared, stepInto } from "./record-sharing.ts";
import { type NewKey, type Slot, type Splice, SpliceWriter } from "./splice.ts";

/** How deep a splice lies: where two begin at one place, what is deeper comes first. */
type Placed = Splice & { depth: number };

type Steps = readonly (string | number)[];

/**
 * Collects the edits of one file against the file as it stands, so that it is parsed and written
 * once.
 */
export class FileEditor {
  readonly #file: ContentFile;
  readonly #text: string;
  readonly #writer: SpliceWriter;
  readonly #slots = new Map<string, Slot[]>();
  readonly #added = new Map<string, (NewKey & { steps: Steps })[]>();

  constructor(file: ContentFile, text: string) {
    this.#file = file;
    this.#text = text;
    this.#writer = new SpliceWriter(text);
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

  #splices(): Placed[] {
    const place = (splices: readonly Splice[], { length: depth }: Steps) =>
      splices.map((splice) => ({ ...splice, depth }));
    const items = [...this.#slots].flatMap(([id, slots]) => {
      const steps: Steps = JSON.parse(id);
      return place(this.#writer.writeSlots(this.#nodeAt(steps), slots), steps);
    });
    const keys = [...this.#added.values()].flatMap((entries) => {
      const steps = entries[0]?.steps ?? [];
      return place(this.#writer.writeKeys(this.#nodeAt(steps), entries), steps);
    });
    return [...items, ...keys].toSorted((a, b) => a.start - b.start || b.depth - a.depth);
  }

  /** The text of the file with all edits in it; everything else stands as it stood. */
  write(): string {
    let text = "";
    let at = 0;
    for (const splice of this.#splices()) {
      if (splice.start < at) throw new EditError("two changes overlap");
      text += this.#text.slice(at, splice.start) + splice.text;
      at = splice.end;
    }
    return text + this.#text.slice(at);
  }
}
