import type { z } from "zod";
import { CommandFault } from "./command-fault.ts";
import { EXIT } from "./exit-code.ts";

/** What is told of a variable of the environment; the metadata of its schema. */
export interface Meaning {
  /** For the help. */
  description: string;
  /** What a right value is: "it must be" stands before it. */
  right: string;
  /** A value that may hold a password is never shown. */
  isSecret?: true;
}

type Shape = Record<string, z.ZodType>;

export type VariablesResult<T> = { kind: "read"; values: T } | { kind: "faulty"; message: string };

/**
 * The schema of a variable with its meaning. To be called on the whole schema, defaults included.
 */
export function variable<T extends z.ZodType>(schema: T, meaning: Meaning): T {
  return schema.meta({ ...meaning });
}

function isEmpty(value: string | undefined): boolean {
  return value === undefined || value.trim() === "";
}

/** One sentence: the variable, what it holds, and what would be right. */
function explain(
  name: string,
  value: string | undefined,
  schema: z.ZodType,
  issue: string,
): string {
  const { right, isSecret } = schema.meta() ?? {};
  const wanted = typeof right === "string" ? `must be ${right}` : `is not right: ${issue}`;
  if (isEmpty(value)) return `${name} is not set; it ${wanted}.`;
  if (isSecret === true) return `${name}, whose value is not shown, ${wanted}.`;
  return `${name} is ${JSON.stringify(value)}; it ${wanted}.`;
}

/**
 * Reads the variables of a schema. An empty one, as a line `PORT=` in a file leaves it, is one that
 * was left out. What is wrong comes all at once, a sentence and a line for each variable.
 */
export function readVariables<S extends Shape>(
  schema: z.ZodObject<S>,
  env: Readonly<Record<string, string | undefined>>,
): VariablesResult<z.output<z.ZodObject<S>>> {
  const set = Object.entries(env).filter(([, value]) => !isEmpty(value));
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return { kind: "read", values: parsed.data };
  const faults = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0]);
    const own = schema.shape[name];
    if (own !== undefined && !faults.has(name))
      faults.set(name, explain(name, env[name], own, message));
  }
  return { kind: "faulty", message: [...faults.values()].join("\n") };
}

/** The same for a program. @throws CommandFault that names every wrong variable */
export function requireVariables<S extends Shape>(
  schema: z.ZodObject<S>,
  env: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<S>> {
  const result = readVariables(schema, env);
  if (result.kind === "read") return result.values;
  throw new CommandFault(result.message, EXIT.misused);
}

/** The variables with their meaning, for the help. */
export function listVariables(schema: z.ZodObject<Shape>): [name: string, meaning: string][] {
  return Object.entries(schema.shape).map(([name, type]) => [name, type.description ?? ""]);
}
