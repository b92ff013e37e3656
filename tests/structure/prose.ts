import { isNode, type Node, nodesIn, readTree } from "./syntax.ts";

/** Words that a reader could see, where they stand in the code. */
export interface Prose {
  text: string;
  line: number;
}

/** Attributes whose text is read out or shown. */
const SPOKEN = /^(aria-label|aria-description|title|alt|placeholder|label|summary)$/;

/** Attributes whose text no reader sees, however many words it has. */
const SILENT =
  /^(className|style|rel|d|points|viewBox|media|sizes|type|id|htmlFor|aria-(labelledby|describedby))$/;

const WORD = /\p{L}{2,}/u;

/** Two words, as in a sentence: what one program says to another rarely has them. */
const WORDS = /\p{L}{2,}[’'\p{L}]*[,.;:!?…]?\s+[“(]?\p{L}{2,}/u;

/** Written for machines. */
const MACHINE = new RegExp(
  [
    // Markup and style sheets.
    "[<>{}=]|^\\d+px |^\\(prefers-|^light dark$",
    // Classes of a microformat.
    "(^| )[uphe]-[a-z]",
    // Values of headers.
    "^[a-z-]+/[a-z+-]+;|^(public|default-src|allow-\\w+)\\b",
    // Names in a query of the database.
    "^\\w+ as \\w+$",
  ].join("|"),
);

/** What the name of a JSX attribute, a call or a construction is made of. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (typeof node.name === "string") return node.name;
  return nameOf(node.type === "MemberExpression" ? node.property : node.name);
}

/** Parts of the code whose strings no reader sees. */
function isSilent(node: Node): boolean {
  if (/^(Import|TSLiteralType|TSTypeLiteral|Directive)/.test(node.type)) return true;
  if (node.type === "JSXAttribute") return SILENT.test(nameOf(node.name));
  // What went wrong is said to the owner, in a terminal or a log.
  if (node.type === "NewExpression") return /(Error|Fault)$/.test(nameOf(node.callee));
  return node.type === "ExportNamedDeclaration" && isNode(node.source);
}

/** Texts of a node: a string, or the fixed parts of a template. */
function textOf(node: Node): string {
  if (node.type === "TemplateLiteral" && Array.isArray(node.quasis))
    return node.quasis
      .map((quasi: { value: { cooked?: string } }) => quasi.value.cooked ?? "")
      .join("…");
  return typeof node.value === "string" ? node.value : "";
}

const TEXT = /^(StringLiteral|TemplateLiteral|JSXText)$/;

/** Whether a reader would see these words, by where they stand. */
function isProse(node: Node, isSpoken: boolean): boolean {
  const text = textOf(node);
  if (MACHINE.test(text)) return false;
  return node.type === "JSXText" || isSpoken ? WORD.test(text) : WORDS.test(text);
}

/** Words of prose in a file, in their order: they belong in the words of a language. */
export function findProse(file: string, text: string): Prose[] {
  const tree = readTree(file, text);
  const nodes = nodesIn(tree);
  const silent = new Set(nodes.filter(isSilent).flatMap((node) => nodesIn(node)));
  const spoken = new Set(
    nodes
      .filter((node) => node.type === "JSXAttribute" && SPOKEN.test(nameOf(node.name)))
      .map(({ value }) => value),
  );
  return nodes
    .filter((node) => TEXT.test(node.type) && !silent.has(node) && isProse(node, spoken.has(node)))
    .toSorted((one, other) => one.start - other.start)
    .map((node) => ({ text: textOf(node).trim(), line: node.loc.start.line }));
}
