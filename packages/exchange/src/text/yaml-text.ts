import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Json } from "./json-text.ts";

export type ParsedYaml =
  | { kind: "parsed"; value: Json; lineOf: (...steps: (string | number)[]) => number }
  | { kind: "broken"; line: number; reason: string };

function stepInto(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  return isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))
        ?.value
    : undefined;
}

const TOO_DEEP = "it is nested too deeply, or its aliases are too many";

/**
 * The parser needs hundreds of times the size of a text that nests without end. No résumé is longer
 * or deeper than this.
 */
const MAX_LENGTH = 2_000_000;
const MAX_DEPTH = 100;

/**
 * Whether brackets, or dashes on one line, nest deeper than the limit. Brackets inside texts count
 * too; so many there are none either.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === "[" || sign === "{" ? 1 : -1));
    if (depth > MAX_DEPTH) return true;
  }
  return /(?:[-?:] ){100}/.test(text);
}

/**
 * Reads a YAML file of someone else; dates and numbers stay text where they are keys of a date.
 * Never throws.
 */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > MAX_LENGTH)
    return { kind: "broken", line: 0, reason: "it is longer than 2 MB, which no résumé is" };
  if (isTooDeep(text)) return { kind: "broken", line: 0, reason: TOO_DEEP };
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
      schema: "core",
    });
    const [error] = document.errors;
    if (error !== undefined)
      return {
        kind: "broken",
        line: lines.linePos(error.pos[0]).line,
        reason: `it is not valid YAML: ${error.message.split("\n")[0] ?? ""}`,
      };
    const value: Json = document.toJS({ maxAliasCount: 100 });
    const lineOf = (...steps: (string | number)[]) => {
      const found = steps.reduce<unknown>(stepInto, document.contents);
      const node: Node | undefined = isNode(found) ? found : undefined;
      return node?.range === undefined || node.range === null
        ? 0
        : lines.linePos(node.range[0]).line;
    };
    return { kind: "parsed", value, lineOf };
  } catch (error) {
    // The parser throws for nesting that exhausts the stack and for aliases that explode.
    if (error instanceof RangeError || error instanceof ReferenceError)
      return { kind: "broken", line: 0, reason: TOO_DEEP };
    throw error;
  }
}
