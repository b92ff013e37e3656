import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { ContentFile } from "./content-file.ts";

type Steps = readonly PropertyKey[];

/** Line and column, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

function placeOf({ lines }: ContentFile, node: Node): Place | undefined {
  if (!node.range) return undefined;
  const { line, col } = lines.linePos(node.range[0]);
  return { line, column: col };
}

/** Where a key is written twice the last one counts, as it does for its value. */
function findPair(node: Node | undefined, key: PropertyKey): Pair | undefined {
  return isMap(node)
    ? node.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : undefined;
}

function followAlias({ document }: ContentFile, node: Node | undefined): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}

export function findNode(file: ContentFile, steps: Steps): Node | undefined {
  let node: Node | undefined = isNode(file.document.contents) ? file.document.contents : undefined;
  for (const step of steps) {
    const parent = followAlias(file, node);
    const child: unknown = isSeq(parent)
      ? parent.items[Number(step)]
      : findPair(parent, step)?.value;
    node = isNode(child) ? child : undefined;
  }
  return node;
}

/** Where a value stands; the nearest parent that exists answers for what is missing. */
export function locateValue(file: ContentFile, steps: Steps): Place {
  for (let length = steps.length; length > 0; length -= 1) {
    const node = findNode(file, steps.slice(0, length));
    // A key without a value has an empty node that stands behind the key, perhaps lines below.
    const last = steps[length - 1];
    if (isScalar(node) && node.source === "" && typeof last === "string")
      return locateKey(file, steps.slice(0, length - 1), last);
    const place = node === undefined ? undefined : placeOf(file, node);
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}

/** Where a key stands, for faults that are about the key itself. */
export function locateKey(file: ContentFile, parent: Steps, key: PropertyKey): Place {
  const found = findPair(followAlias(file, findNode(file, parent)), key)?.key;
  const place = isNode(found) ? placeOf(file, found) : undefined;
  return place ?? locateValue(file, parent);
}

/**
 * The text of an unquoted scalar as it was typed, where YAML read it as a number or a truth value.
 */
export function plainSource(file: ContentFile, steps: Steps): string | undefined {
  const node = followAlias(file, findNode(file, steps));
  if (
    !isScalar(node) ||
    node.type !== "PLAIN" ||
    node.value === null ||
    typeof node.value === "string"
  )
    return undefined;
  return node.source;
}

/** Lines of a file, counted from 1, and where in the first and the last of them a value stands. */
export interface Span {
  lines: string[];
  first: number;
  /** What stands before the value on its first line, and behind it on its last. */
  before: string;
  after: string;
  /** The value as it was typed, and where that begins in the text of the file. */
  source: string;
  start: number;
}

/** Where a value that was written stands; undefined for what is missing or stands elsewhere. */
export function spanOf(file: ContentFile, steps: Steps): Span | undefined {
  const node = findNode(file, steps);
  if (node === undefined || isAlias(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const source = file.text.slice(start, end).trimEnd();
  const from = file.text.lastIndexOf("\n", start - 1) + 1;
  const to = file.text.indexOf("\n", start + source.length);
  const whole = file.text.slice(from, to < 0 ? undefined : to).replace(/\r$/, "");
  return {
    lines: whole.split(/\r?\n/),
    first: file.lines.linePos(start).line,
    before: file.text.slice(from, start),
    after: whole.slice(start - from + source.length),
    source,
    start,
  };
}
