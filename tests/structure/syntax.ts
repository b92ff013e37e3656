import { parse } from "@babel/parser";

/** A node of a syntax tree, of which only what every node has is known. */
export interface Node {
  type: string;
  start: number;
  end: number;
  loc: { start: { line: number }; end: { line: number } };
  [key: string]: unknown;
}

export interface FunctionSize {
  name: string;
  line: number;
  lines: number;
  parameters: number;
}

export interface Import {
  from: string;
  line: number;
}

export interface Syntax {
  functions: FunctionSize[];
  /** Type imports and `export … from` count too. */
  imports: Import[];
}

const FUNCTION =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|Class(Private)?Method)$/;
const IMPORT = /^(ImportDeclaration|ImportExpression|ExportNamedDeclaration|ExportAllDeclaration)$/;

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "loc" in value;
}

/** All nodes of a tree, in no order that means anything. */
export function nodesIn(tree: unknown): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [tree];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) waiting.push(...value.filter((item) => typeof item === "object"));
    if (!isNode(value)) continue;
    nodes.push(value);
    for (const key in value)
      if (typeof value[key] === "object" && !/^(loc|extra|\w+Comments)$/.test(key))
        waiting.push(value[key]);
  }
  return nodes;
}

function nameOf(value: unknown): string {
  return isNode(value) && typeof value.name === "string" ? value.name : "(without a name)";
}

const plugins = (file: string) =>
  file.endsWith("x") ? ["typescript" as const, "jsx" as const] : ["typescript" as const];

/**
 * The program in a text, as a tree.
 * @param file its name says whether there is JSX in the text
 */
export function readTree(file: string, text: string): unknown {
  return parse(text, { sourceType: "module", plugins: plugins(file) }).program;
}

/** Its functions and imports. */
export function readSyntax(file: string, text: string): Syntax {
  const tree = readTree(file, text);
  const functions: FunctionSize[] = [];
  const imports: Import[] = [];
  for (const node of nodesIn(tree)) {
    const { start, end } = node.loc;
    if (FUNCTION.test(node.type))
      functions.push({
        name: nameOf(node.id ?? node.key),
        line: start.line,
        lines: end.line - start.line + 1,
        parameters: Array.isArray(node.params) ? node.params.length : 0,
      });
    if (IMPORT.test(node.type) && isNode(node.source) && typeof node.source.value === "string")
      imports.push({ from: node.source.value, line: start.line });
  }
  return { functions, imports };
}

/** A comment, a string, or a piece of a template between two expressions. */
export interface TextPiece {
  start: number;
  end: number;
}

/**
 * Texts that mean the same when they are wrapped. A template of several lines does not, nor does
 * one that a function reads, such as SQL.
 */
export function findTexts(file: string, text: string): TextPiece[] {
  const { program, comments } = parse(text, { sourceType: "module", plugins: plugins(file) });
  const nodes = nodesIn(program);
  const tagged = new Set(nodes.map((node) => node.quasi));
  const templates = nodes.filter(
    (node) =>
      node.type === "TemplateLiteral" &&
      !tagged.has(node) &&
      node.loc.start.line === node.loc.end.line,
  );
  const pieces = nodesIn(templates.map((node) => node.quasis));
  const strings = nodes.filter(({ type }) => type === "StringLiteral");
  return [...(comments ?? []), ...pieces, ...strings].map(({ start, end }) => ({
    start: start ?? 0,
    end: end ?? 0,
  }));
}

/** Words, operators, brackets and literals; neither comments nor the layout change the number. */
export function countTokens(file: string, text: string): number {
  const { tokens } = parse(text, { sourceType: "module", tokens: true, plugins: plugins(file) });
  return (tokens ?? []).filter(({ type }) => !String(type).startsWith("Comment")).length - 1;
}
