import { createHash } from "node:crypto";

/** Something that a result is made of, under the name of what it is. */
export type IdentityPart = readonly [name: string, content: string | Uint8Array | undefined];

/**
 * The identity of what is made of these parts: the same for the same parts in the same order, and
 * for nothing else. Names and contents are hashed with their lengths, so that none can reach into
 * the next; an absent part differs from an empty one.
 * @returns SHA-256 as 64 hexadecimal digits
 */
export function identify(parts: Iterable<IdentityPart>): string {
  const hash = createHash("sha256");
  for (const [name, content] of parts) {
    const length = content === undefined ? "none" : Buffer.byteLength(content);
    hash.update(`${Buffer.byteLength(name)} ${length}\n${name}`);
    if (content !== undefined) hash.update(content);
  }
  return hash.digest("hex");
}
