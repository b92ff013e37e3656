import { createHash } from "node:crypto";

/**
 * Namespace of our names (RFC 9562, section 5.5); chosen once at random, and never to be changed.
 */
const NAMESPACE = "2caf24cb-71cf-4cbf-bca5-792632a0591e";

/**
 * The id of a feed or entry: a name-based UUID of the owner's and the work's id (RFC 9562, version
 * 5). A `tag:` URI would need a host name and a day on which it was ours: the first changes when
 * the site moves, the second is not in the record. Limit: two records whose owners both kept the
 * default profile id share the ids of works of the same id.
 * @returns `urn:uuid:…`
 */
export function feedId(profileId: string, workId = ""): string {
  const hash = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(`${profileId}/${workId}`)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}
