import { nearestWord } from "@triptych/schema";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** A fault of the schema in plain words, at a path; `key` is set where the fault is a key that should not be there. */
export interface SchemaFault {
  path: PropertyKey[];
  message: string;
  key?: string;
}

const TYPE_NAMES: Record<string, string> = { string: "text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "a group of keys" };

function nameType(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function typeMessage(issue: Issue & { code: "invalid_type" }): string {
  return issue.input === undefined ? `is required: ${nameType(issue.expected)}` : `must be ${nameType(issue.expected)}`;
}

/** Keys a strict object knows, read from the schema the issue came from. */
function knownKeys(issue: Issue): string[] {
  const shape: unknown = "inst" in issue && typeof issue.inst === "object" && issue.inst !== null && "shape" in issue.inst ? issue.inst.shape : undefined;
  return typeof shape === "object" && shape !== null ? Object.keys(shape) : [];
}

function unknownKeyFaults(issue: Issue & { code: "unrecognized_keys" }): SchemaFault[] {
  const known = knownKeys(issue);
  return issue.keys.map((key) => {
    const near = nearestWord(key, known);
    const hint = near === undefined ? (known.length === 0 ? "" : `; known are ${known.join(", ")}`) : `; did you mean ${near}?`;
    return { path: issue.path, key, message: `"${key}" is not a key of this${hint}` };
  });
}

/** Of several allowed forms, the one that was probably meant: the one whose faults lie deepest, else the first. */
function unionFaults(issue: Issue & { code: "invalid_union" }): SchemaFault[] {
  const branches = issue.errors.map((errors) => errors.flatMap((error) => toSchemaFaults({ ...error, path: [...issue.path, ...error.path] })));
  const isTypeClash = (errors: readonly Issue[]) => errors.some((error) => error.path.length === 0 && (error.code === "invalid_type" || error.code === "invalid_value"));
  const fitting = issue.errors.findIndex((errors) => !isTypeClash(errors));
  return branches[fitting < 0 ? 0 : fitting] ?? [];
}

/** Puts one of Zod's issues into words for someone who edits YAML. */
export function toSchemaFaults(issue: Issue): SchemaFault[] {
  switch (issue.code) {
    case "invalid_type":
      return [{ path: issue.path, message: typeMessage(issue) }];
    case "unrecognized_keys":
      return unknownKeyFaults(issue);
    case "invalid_union":
      return unionFaults(issue);
    case "invalid_value":
      return [{ path: issue.path, message: `must be one of ${issue.values.map(String).join(", ")}` }];
    default:
      return [{ path: issue.path, message: issue.message.replace(/^Invalid input: /, "") }];
  }
}
