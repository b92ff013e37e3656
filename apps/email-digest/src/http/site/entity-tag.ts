import type { MiddlewareHandler } from "hono";
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";

/** Tags by file, size and time: a folder that is swapped in has other files. */
const known = new Map<string, { stamp: string; tag: string }>();

/**
 * The entity tag of a file's bytes (RFC 9110, 8.8.3): a site that is published anew with the same
 * bytes keeps its tags. Packed forms are other bytes, and have their own.
 */
export async function tagFile(file: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(file);
  const stamp = `${ino} ${size} ${mtimeMs}`;
  const present = known.get(file);
  if (present?.stamp === stamp) return present.tag;
  const hash = createHash("sha256").update(await readFile(file));
  const tag = `"${hash.digest("base64url").slice(0, 27)}"`;
  known.set(file, { stamp, tag });
  return tag;
}

/**
 * Hands out the whole to whoever asks for a part of what may have changed since (RFC 9110, 14.2
 * allows it): a part of another file would be glued to the first.
 */
export const answerIfRangeWhole: MiddlewareHandler = (context, next) => {
  if (context.req.header("If-Range") !== undefined) context.req.raw.headers.delete("Range");
  return next();
};
