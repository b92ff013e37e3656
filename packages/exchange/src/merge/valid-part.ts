import type { DraftEntry } from "./draft.ts";

/** What schemas of the record offer: a check that tells where a value is wrong. */
export interface Checker<Value> {
  safeParse: (value: unknown) =>
    | { success: true; data: Value }
    | {
        success: false;
        error: {
          issues: {
            path: PropertyKey[];
            message: string;
            code?: string | undefined;
            keys?: string[] | undefined;
          }[];
        };
      };
}

type Kept<Value> =
  | {
      kind: "kept";
      input: Record<string, unknown>;
      value: Value;
      dropped: { path: string; message: string }[];
    }
  | { kind: "refused"; message: string };

const valueAt = (target: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(
    (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
    target,
  );

function remove(target: unknown, path: readonly PropertyKey[]): boolean {
  const parent = valueAt(target, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof parent !== "object" || parent === null || last === undefined) return false;
  if (Array.isArray(parent) && typeof last === "number") return parent.splice(last, 1).length > 0;
  return Object.hasOwn(parent, last) && Reflect.deleteProperty(parent, last);
}

/** How often a value is checked again after something was taken out of it. */
const MAX_ROUNDS = 20;

/**
 * Takes out of a value what its schema refuses, as long as something is left to take out. What is
 * required cannot go.
 */
function keepValid<Value>(schema: Checker<Value>, input: Record<string, unknown>): Kept<Value> {
  const copy = structuredClone(input);
  const dropped: { path: string; message: string }[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = schema.safeParse(copy);
    if (result.success) return { kind: "kept", input: copy, value: result.data, dropped };
    const [issue] = result.error.issues;
    const path =
      issue?.code === "unrecognized_keys"
        ? [...issue.path, issue.keys?.[0] ?? ""]
        : (issue?.path ?? []);
    const value = valueAt(copy, path);
    const said = typeof value === "string" || typeof value === "number" ? `“${value}” ` : "";
    const message = `${said}${issue?.message ?? "is not valid"}`;
    if (path.length === 0 || !remove(copy, path))
      return {
        kind: "refused",
        message: [path.map(String).join("."), message].filter((part) => part !== "").join(" "),
      };
    dropped.push({ path: path.map(String).join("."), message });
  }
  return { kind: "refused", message: "too much of it is not valid" };
}

/** The same, which reports what was taken out, or why nothing is left; then there is none. */
export function keepReported<Value>(
  { remark }: Pick<DraftEntry, "remark">,
  schema: Checker<Value>,
  input: Record<string, unknown>,
): Extract<Kept<Value>, { kind: "kept" }> | undefined {
  const kept = keepValid(schema, input);
  if (kept.kind === "refused") {
    remark("left-out", undefined, kept.message);
    return undefined;
  }
  for (const { path, message } of kept.dropped) remark("dropped", path, message);
  return kept;
}
