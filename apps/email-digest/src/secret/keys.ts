import { createHash, createHmac } from "node:crypto";

/** What is derived from the secrets of an installation. */
export interface Keys {
  /** Key of keyed hashes and of return paths: of the first secret, which stays. */
  secret: string;
  /** Key of the links in letters: of the newest secret. */
  linkKey: string;
  /** Keys that links were made with before, newest first. */
  formerLinkKeys: readonly string[];
}

const keyOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** @param secrets newest first */
export function deriveKeys(secrets: readonly [string, ...string[]]): Keys {
  const [linkKey = "", ...formerLinkKeys] = secrets.map(keyOf);
  return { secret: formerLinkKeys.at(-1) ?? linkKey, linkKey, formerLinkKeys };
}

/** By which a key is recognised, and which tells nothing of it. */
export const fingerprintOf = (key: string) =>
  createHmac("sha256", key).update("fingerprint").digest("base64url").slice(0, 22);
