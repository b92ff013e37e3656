/** A JSON value whose shape is not known. */
export type Json = unknown;

export function childOf(value: Json, ...steps: readonly (string | number)[]): Json {
  return steps.reduce<Json>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? Reflect.get(at, step)
        : undefined,
    value,
  );
}

/** Text at a path; numbers count as text. */
export function textOf(value: Json, ...steps: readonly (string | number)[]): string | undefined {
  const child = childOf(value, ...steps);
  if (typeof child === "number") return String(child);
  return typeof child === "string" && child.trim() !== "" ? child : undefined;
}

export function listOf(value: Json, ...steps: readonly (string | number)[]): Json[] {
  const child = childOf(value, ...steps);
  return Array.isArray(child) ? child : [];
}

/** The members of a list; a text where a list is expected is a list of one. */
export function membersOf(value: Json, ...steps: readonly (string | number)[]): Json[] {
  const text = textOf(value, ...steps);
  return text === undefined ? listOf(value, ...steps) : [text];
}

export const keysOf = (value: Json): string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

/** Keys whose values say nothing. */
export const isEmptyValue = (value: Json) =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);

export type ParsedJson =
  | { kind: "parsed"; value: Json }
  | { kind: "broken"; line: number; reason: string };

export function parseJson(text: string): ParsedJson {
  try {
    const value: Json = JSON.parse(text);
    return { kind: "parsed", value };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/.exec(reason)?.[1];
    const position = /position (\d+)/.exec(reason)?.[1];
    const counted = position === undefined ? 0 : text.slice(0, Number(position)).split("\n").length;
    return {
      kind: "broken",
      line: line === undefined ? counted : Number(line),
      reason: `it is not valid JSON: ${reason.replaceAll(/\s+/g, " ").slice(0, 120)}`,
    };
  }
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|\n/gs;

/** How deep places are known; entries of the formats read here do not lie deeper. */
const MAX_DEPTH = 8;

/**
 * Lines, counted from 1, of the objects in a valid JSON text, by their path written `work.0` or
 * `2`.
 */
export function indexJsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const stack: { steps: string; index: number | undefined; key: string }[] = [];
  let line = 1;
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") {
      const step = top === undefined ? "" : String(top.index ?? top.key);
      const steps = top === undefined || top.steps === "" ? step : `${top.steps}.${step}`;
      if (stack.length <= MAX_DEPTH && token === "{") lines.set(steps, line);
      stack.push({
        steps: stack.length > MAX_DEPTH ? "" : steps,
        index: token === "[" ? 0 : undefined,
        key: "",
      });
    } else if (token === "}" || token === "]") stack.pop();
    else if (token === ",") {
      if (top?.index !== undefined) top.index += 1;
    } else if (token === ":") {
      if (top !== undefined) top.key = last;
    } else {
      last = token.slice(1, -1);
      line += token.split("\n").length - 1;
    }
  }
  return lines;
}
