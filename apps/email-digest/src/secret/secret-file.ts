import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Fewer characters can be tried out. */
export const SHORTEST_SECRET = 16;

/** Newest first: the lines of the file. */
export type Secrets = readonly [string, ...string[]];

export type SecretResult = { kind: "kept"; secrets: Secrets } | { kind: "faulty"; reason: string };

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, "utf8")
      .trim()
      .split(/\s*\n\s*/);
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
    writeFileSync(draft, `${makeSecret()}\n`, {
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
 * processes start at the same moment. Where it was changed, those before it follow.
 * @throws what the operating system says of a file that is there and cannot be read
 */
export function keepSecret(file: string): SecretResult {
  if (readLines(file) === undefined) placeSecret(file);
  return checkSecrets(readLines(file) ?? [], file);
}

/** @param place of the secrets, for a sentence about them */
export function checkSecrets(lines: readonly string[], place: string): SecretResult {
  const [newest, ...former] = lines;
  if (newest !== undefined && lines.every((line) => line.length >= SHORTEST_SECRET))
    return { kind: "kept", secrets: [newest, ...former] };
  return {
    kind: "faulty",
    reason:
      `${place} holds fewer than ${SHORTEST_SECRET} characters, so everybody could make its ` +
      "links. Put it back from a backup; without one delete it: a new one is made, and links in " +
      "mails that were sent stop working",
  };
}

/** Writes secrets in the place of those that are there; the file holds the old or the new ones. */
export function writeSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${secrets.join("\n")}\n`, { mode: 0o600, flag: "wx", flush: true });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

export const makeSecret = () => randomBytes(32).toString("base64url");
