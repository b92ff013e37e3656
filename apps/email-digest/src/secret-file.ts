import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Fewer characters can be tried out. */
export const SHORTEST_SECRET = 16;

export type SecretResult = { kind: "kept"; secret: string } | { kind: "faulty"; reason: string };

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/**
 * The file appears with the secret in it, or a full disk or a kill in between would leave an empty
 * one, which is a key that everybody knows.
 */
function placeSecret(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, {
      mode: 0o600,
      flag: "wx",
      flush: true,
    });
    linkSync(draft, file);
  } catch (error) {
    // Another process was first; its secret is everybody's.
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The secret of this installation: made once, readable by its owner only, whatever number of
 * processes start at the same moment.
 * @throws what the operating system says of a file that is there and cannot be read
 */
export function keepSecret(file: string): SecretResult {
  if (readSecret(file) === undefined) placeSecret(file);
  const secret = readSecret(file) ?? "";
  if (secret.length >= SHORTEST_SECRET) return { kind: "kept", secret };
  return {
    kind: "faulty",
    reason:
      `${file} holds fewer than ${SHORTEST_SECRET} characters, so everybody could make its ` +
      "links. Put it back from a backup; without one delete it: a new one is made, and links in " +
      "mails that were sent stop working",
  };
}
