import type { LaidOutNode } from "../painter/laid-out.ts";

/** What is shared of a line of laid-out text. */
interface Run {
  positions?: unknown[];
  attributes?: object;
}

function isRun(value: unknown): value is Run {
  return typeof value === "object" && value !== null && "attributes" in value;
}

function listRuns(lines: unknown): Run[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: unknown) =>
    typeof line === "object" && line !== null && "runs" in line && Array.isArray(line.runs)
      ? line.runs.filter(isRun)
      : [],
  );
}

const numbers = new WeakMap<object, number>();
let fonts = 0;

/** Fonts are objects that are not written out; each is told by a number of its own. */
function numberOf(font: object): number {
  const known = numbers.get(font);
  if (known !== undefined) return known;
  fonts += 1;
  numbers.set(font, fonts);
  return fonts;
}

const nameFonts = (key: string, value: unknown): unknown =>
  key === "font" && Array.isArray(value)
    ? value.map((font: unknown) =>
        typeof font === "object" && font !== null ? numberOf(font) : font,
      )
    : value;

/** The first of all that look alike. */
function share<T>(known: Map<string, T>, part: T): T {
  const key = JSON.stringify(part, nameFonts);
  const same = known.get(key);
  if (same !== undefined) return same;
  known.set(key, part);
  return part;
}

/**
 * One object for all that are alike: the layout makes one for every glyph, and one of forty fields
 * for every run, of which a document has some hundred different ones. Laid-out text then takes half
 * the memory.
 */
export class SharedParts {
  readonly #positions = new Map<string, unknown>();
  readonly #attributes = new Map<string, object>();

  shareIn(node: LaidOutNode): void {
    for (const run of listRuns(node.lines)) {
      if (run.positions !== undefined)
        run.positions = run.positions.map((position) => share(this.#positions, position));
      if (run.attributes !== undefined) run.attributes = share(this.#attributes, run.attributes);
    }
    for (const child of node.children ?? []) this.shareIn(child);
  }

  clear(): void {
    this.#positions.clear();
    this.#attributes.clear();
  }
}
