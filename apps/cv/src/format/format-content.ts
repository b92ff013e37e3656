import { knownKeys } from "@triptych/data";
import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type ToStringOptions,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

export type Formatted =
  | { kind: "formatted"; text: string }
  | { kind: "unreadable"; reason: string };

/**
 * Two spaces, lists indented below their key, lines of at most 160 characters where a value may be
 * broken at all.
 */
const STYLE = {
  indent: 2,
  indentSeq: true,
  lineWidth: 160,
  singleQuote: false,
  minContentWidth: 0,
} as const satisfies ToStringOptions;

/** Files that took more passes than this to come to rest have not been met. */
const MOST_PASSES = 5;

const PARSING = {
  uniqueKeys: false,
  merge: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

/**
 * Keys in the order of the schema; what it does not know keeps its place after them. A comment
 * stays with its key.
 */
function sortKeys(map: YAMLMap, path: readonly PropertyKey[]): void {
  const order = knownKeys(path);
  const rank = (pair: Pair) => {
    const at = order.indexOf(keyOf(pair));
    return at < 0 ? order.length : at;
  };
  const [first] = map.items;
  const sorted = map.items.toSorted((a, b) => rank(a) - rank(b));
  const isMoved = sorted.some((pair, index) => pair !== map.items[index]);
  if (!isMoved) return;
  // Room above the first key belongs to the whole, not to the key.
  const hadRoom = isNode(first?.key) && first.key.spaceBefore === true;
  map.items = sorted;
  if (hadRoom && isNode(first?.key)) first.key.spaceBefore = false;
}

/**
 * A comment between a key and the first key below it is about the latter, though the parser gives
 * it to the whole.
 */
function handDownComment(map: YAMLMap): void {
  const first = map.items[0]?.key;
  if (map.flow === true || !isNode(first) || typeof map.commentBefore !== "string") return;
  first.commentBefore = map.commentBefore;
  map.commentBefore = null;
}

/** Entries of a list have the path of any other entry: the schema knows no places in lists. */
function sortWithin(node: unknown, path: readonly PropertyKey[]): void {
  if (isSeq(node)) for (const item of node.items) sortWithin(item, [...path, 0]);
  if (!isMap(node)) return;
  // The order of the parts in a file is the owner's: comments between them tell which is which.
  if (path.length > 0) sortKeys(node, path);
  for (const pair of node.items) {
    if (isMap(pair.value)) handDownComment(pair.value);
    sortWithin(pair.value, [...path, keyOf(pair)]);
  }
}

type Context = Parameters<YAMLMap["toString"]>[0];

function setPadding(node: YAMLMap | YAMLSeq, flowCollectionPadding: string): void {
  const write = node.toString.bind(node);
  Object.defineProperty(node, "toString", {
    value: (context?: Context, onComment?: () => void, onChompKeep?: () => void) =>
      write(
        context === undefined ? undefined : { ...context, flowCollectionPadding },
        onComment,
        onChompKeep,
      ),
  });
}

/**
 * The library pads both kinds of flow collections or none; this form, as formatters have it, is `{
 * a: 1 }` and `[a]`.
 */
function padMapsAlone(document: Document): void {
  visit(document, {
    Map: (_key, map) => setPadding(map, " "),
    Seq: (_key, seq) => setPadding(seq, ""),
  });
}

/**
 * The names of the aliases of a file. An alias must stand below its anchor, which sorting could
 * turn round.
 */
function listAliases(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  return aliases;
}

function formatOnce(text: string): Formatted {
  const document = parseDocument(text, PARSING);
  const [error] = document.errors;
  if (error !== undefined) return { kind: "unreadable", reason: error.message };
  const aliases = listAliases(document);
  const dangling = aliases.find((alias) => alias.resolve(document) === undefined);
  if (dangling !== undefined)
    return {
      kind: "unreadable",
      reason: `*${dangling.source} points at an anchor that is not above it`,
    };
  if (aliases.length === 0) sortWithin(document.contents, []);
  padMapsAlone(document);
  return { kind: "formatted", text: document.contents === null ? text : document.toString(STYLE) };
}

const valuesOf = (text: string): unknown => parseDocument(text, PARSING).toJS();

/** Whether two files say the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return Object.is(a, b);
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

/**
 * A content file in canonical form: keys in the order of the schema, even indentation, values and
 * comments untouched. The form of a form is itself. What cannot be parsed, or would come out saying
 * something else, is left alone with the reason.
 */
export function formatContent(text: string): Formatted {
  let current = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = formatOnce(current);
    if (next.kind === "unreadable") return next;
    if (next.text === current) {
      const kept = text === current || isSame(valuesOf(text), valuesOf(current));
      return kept
        ? next
        : {
            kind: "unreadable",
            reason: "its form cannot be changed without changing what it says",
          };
    }
    current = next.text;
  }
  return { kind: "unreadable", reason: "its form does not come to rest" };
}
