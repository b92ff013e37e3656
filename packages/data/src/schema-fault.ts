import { nearestWord } from "@triptych/schema";
import type { z } from "zod";
import { knownKeys } from "./known-key.ts";

type Issue = z.core.$ZodIssue;

/**
 * A fault of the schema in plain words, at a path; `key` is set where the fault is a key that
 * should not be there.
 */
export interface SchemaFault {
  path: PropertyKey[];
  message: string;
  key?: string;
  /** The value or the key that was probably meant, where one is near. */
  near?: string;
}

const TYPE_NAMES = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "a group of keys"],
]);

/** Of a group its first keys, for someone who wrote its content as one text. */
function exampleOf({ expected, path }: Issue & { code: "invalid_type" }): string {
  const keys = expected === "object" ? knownKeys(path).slice(0, 2) : [];
  return keys.length === 0 ? "" : `, such as { ${keys.map((key) => `${key}: …`).join(", ")} }`;
}

function typeMessage(issue: Issue & { code: "invalid_type" }): string {
  const wanted = TYPE_NAMES.get(issue.expected) ?? issue.expected;
  if (issue.input === undefined) return `is required; it must be ${wanted}`;
  if (issue.input !== null) return `must be ${wanted}${exampleOf(issue)}`;
  return (
    `is empty; write ${wanted} or remove the ` +
    (typeof issue.path.at(-1) === "number" ? "entry" : "key")
  );
}

function unknownKeyFaults(issue: Issue & { code: "unrecognized_keys" }): SchemaFault[] {
  const known = knownKeys(issue.path);
  return issue.keys.map((key) => {
    const near = nearestWord(key, known);
    const hint = near === undefined ? `; known are ${known.join(", ")}` : `; did you mean ${near}?`;
    const message = `is not a known key${hint}`;
    return { path: issue.path, key, message, ...(near === undefined ? {} : { near }) };
  });
}

function choiceFault(issue: Issue & { code: "invalid_value" }): SchemaFault {
  const { path } = issue;
  const values = issue.values.map(String);
  if (issue.input === undefined)
    return { path, message: `is required; it must be one of ${values.join(", ")}` };
  const near = typeof issue.input === "string" ? nearestWord(issue.input, values) : undefined;
  const message = `must be one of ${values.join(", ")}`;
  return near === undefined
    ? { path, message }
    : { path, message: `${message}; did you mean ${near}?`, near };
}

/** Limits of texts and lists carry their own words in the schema; those of numbers do not. */
function limitMessage(issue: Issue & { code: "too_small" | "too_big" }): string {
  if (issue.origin !== "number" && issue.origin !== "int") return issue.message;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  return issue.inclusive === true
    ? `must be at least ${issue.minimum}`
    : `must be more than ${issue.minimum}`;
}

/**
 * Of several allowed forms the one that was meant: the first whose faults are not about the form
 * itself, else the first.
 */
function unionFaults(issue: Issue & { code: "invalid_union" }): SchemaFault[] {
  const isOfForm = (error: Issue) =>
    error.path.length === 0 && (error.code === "invalid_type" || error.code === "invalid_value");
  const meant = issue.errors.find((errors) => !errors.some(isOfForm)) ?? issue.errors[0] ?? [];
  return meant.flatMap((error) =>
    toSchemaFaults({ ...error, path: [...issue.path, ...error.path] }),
  );
}

/** Puts one of Zod's issues into words for someone who edits YAML. */
export function toSchemaFaults(issue: Issue): SchemaFault[] {
  const { path } = issue;
  switch (issue.code) {
    case "invalid_type":
      return [{ path, message: typeMessage(issue) }];
    case "unrecognized_keys":
      return unknownKeyFaults(issue);
    case "invalid_union":
      return unionFaults(issue);
    case "invalid_value":
      return [choiceFault(issue)];
    case "too_small":
    case "too_big":
      return [{ path, message: limitMessage(issue) }];
    default:
      return [{ path, message: issue.message }];
  }
}
