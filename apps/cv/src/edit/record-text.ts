import { Document, isMap, isScalar, isSeq, visit } from "yaml";

/** Lines are not folded before this; the content files keep entries readable on wide screens. */
const WIDTH = 150;

/** Groups that stand on one line with their key; so do lists of texts. */
const INLINE = new Set(["period", "amount", "equivalent", "institution"]);

const isShortList = (node: unknown): boolean =>
  isSeq(node) && node.items.every((item) => isScalar(item) || isShortList(item));

/**
 * A value as YAML in block form with short lists and groups on one line, without a line break at
 * its end.
 */
export function formatValue(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Pair(_key, pair) {
      if (
        !isScalar(pair.key) ||
        !(isSeq(pair.value) || isMap(pair.value)) ||
        JSON.stringify(pair.value).length >= WIDTH
      )
        return;
      if (isShortList(pair.value) || INLINE.has(String(pair.key.value))) pair.value.flow = true;
    },
    Map(_key, map, path) {
      // The items of `links` are short.
      const owner = path.at(-2);
      if (
        isSeq(path.at(-1)) &&
        typeof owner === "object" &&
        "key" in owner &&
        isScalar(owner.key) &&
        owner.key.value === "links"
      )
        map.flow = true;
    },
  });
  return document
    .toString({ lineWidth: WIDTH, flowCollectionPadding: true, indentSeq: true })
    .replace(/\n$/, "");
}

/** A value on one line, for a place inside brackets. */
export function formatInline(value: unknown): string {
  const document = new Document([value], { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_key, collection) {
      collection.flow = true;
    },
  });
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true })
    .trimEnd()
    .replace(/^\[\s*/, "")
    .replace(/\s*\]$/, "");
}

/** Moves every line but the first, unless it is empty, to the right. */
export const indentRest = (text: string, by: number) =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(by)}`);
