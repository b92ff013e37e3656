import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import { type Fault, formatPath } from "./fault.ts";

/** A parsed file, and how its places are found. */
interface LocatedDocument {
  name: string;
  document: Document;
  lines: LineCounter;
}

type Steps = readonly PropertyKey[];

function mapFaults({ name, lines }: LocatedDocument, node: Node, steps: Steps): Fault[] {
  if (!isMap(node)) return [];
  const first = new Map<string, number>();
  return node.items.flatMap(({ key }): Fault[] => {
    if (!isScalar(key) || !key.range) return [];
    const { line, col } = lines.linePos(key.range[0]);
    const text = String(key.value);
    const before = first.get(text);
    first.set(text, before ?? line);
    return before === undefined
      ? []
      : [
          {
            file: name,
            line,
            column: col,
            path: formatPath([...steps, text]),
            message: `is written twice; the first one is on line ${before}`,
          },
        ];
  });
}

function childrenOf(node: Node): { step: PropertyKey; child: unknown }[] {
  if (isSeq(node)) return node.items.map((child, step) => ({ step, child }));
  return isMap(node)
    ? node.items.map(({ key, value }) => ({
        step: isScalar(key) ? String(key.value) : "?",
        child: value,
      }))
    : [];
}

/** Keys that stand twice in one mapping, of which YAML would silently keep the last. */
export function findDuplicateKeys(
  file: LocatedDocument,
  node: unknown = file.document.contents,
  steps: Steps = [],
): Fault[] {
  if (!isNode(node)) return [];
  return [
    ...mapFaults(file, node, steps),
    ...childrenOf(node).flatMap(({ step, child }) =>
      findDuplicateKeys(file, child, [...steps, step]),
    ),
  ];
}
