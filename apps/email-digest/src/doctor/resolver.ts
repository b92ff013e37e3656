import { Resolver as SystemResolver } from "node:dns/promises";

/**
 * Asks the DNS. Rejects with a `code`: ENOTFOUND and ENODATA mean that there is nothing, anything
 * else that nobody knows.
 */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

export type Answer =
  | { kind: "found"; values: string[] }
  | { kind: "none" }
  | { kind: "unreachable"; reason: string };

const TIMEOUT_MS = 3_000;
const TRIES = 2;

/** mailauth's types leave out records that are objects, such as MX, which its code reads. */
function isAnswer(value: unknown): value is string[][] | string[] {
  return Array.isArray(value);
}

/** The DNS of this machine, with an end to its patience. */
export function createResolver(): Resolver {
  const system = new SystemResolver({ timeout: TIMEOUT_MS, tries: TRIES });
  return async (name, type) => {
    const answer: unknown = await system.resolve(name, type);
    return isAnswer(answer) ? answer : [];
  };
}

/**
 * One question, and an answer that is never an exception. The pieces of a TXT record are put
 * together (RFC 7208, 3.3).
 */
export async function lookUp(
  resolver: Resolver,
  name: string,
  type: "TXT" | "MX" | "A" | "AAAA" | "PTR" | "NS",
): Promise<Answer> {
  try {
    const records = await resolver(name, type);
    const values = records.map((record) =>
      Array.isArray(record)
        ? record.join("")
        : typeof record === "string"
          ? record
          : JSON.stringify(record),
    );
    return values.length === 0 ? { kind: "none" } : { kind: "found", values };
  } catch (error) {
    const code =
      typeof error === "object" && error !== null && "code" in error
        ? String(error.code)
        : String(error);
    return code === "ENOTFOUND" || code === "ENODATA"
      ? { kind: "none" }
      : { kind: "unreachable", reason: code };
  }
}

/** Whether there is a DNS at all: some networks answer everything with "no such name". */
export async function knowsNames(resolver: Resolver): Promise<boolean> {
  return (await lookUp(resolver, "com", "NS")).kind === "found";
}
