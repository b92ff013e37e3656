import { type ContentFile, type Fault, formatPath } from "@triptych/data";
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  visit,
  type YAMLMap,
} from "yaml";

function isUsedAgain(document: Document, anchor: string): boolean {
  let found = false;
  visit(document, {
    Alias(_key, { source }) {
      found ||= source === anchor;
    },
  });
  return found;
}

export function findPair(map: YAMLMap, step: string | number): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
}

export function stepInto(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  return isMap(node) ? findPair(node, step)?.value : undefined;
}

/**
 * What is written once and used in several places (`&name`, `*name`) cannot be changed in one of
 * them. The fault of the first such value on the way to a place, the place itself included; nothing
 * where the way is free.
 */
export function findShared(
  { name, document, lines }: ContentFile,
  path: readonly (string | number)[],
): Fault | undefined {
  let node: unknown = document.contents;
  for (let depth = 0; depth <= path.length && isNode(node); depth += 1) {
    const anchor = isAlias(node) ? node.source : "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined && (isAlias(node) || isUsedAgain(document, anchor))) {
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      const sign = isAlias(node) ? `*${anchor}` : `&${anchor}`;
      const message =
        `is shared by several places (${sign}) and cannot be added to in one of them; write the ` +
        "value out in each place, without & and *";
      return { file: name, line, column: col, path: formatPath(path.slice(0, depth)), message };
    }
    node = stepInto(node, path[depth] ?? "");
  }
  return undefined;
}
