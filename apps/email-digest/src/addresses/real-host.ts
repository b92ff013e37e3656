import { isIP } from "node:net";
import { isPrivateAddress } from "./ip-address.ts";

/**
 * Names of one machine or one network, and those that are kept for examples (RFC 2606, RFC 6761,
 * RFC 6762, RFC 8375, RFC 9476).
 */
const NOWHERE =
  /(?:^|\.)(?:localhost|localdomain|local|lan|home|home\.arpa|internal|alt|onion|invalid|test|example|example\.(?:com|net|org))$/;

/** Whether a name or address may lead readers elsewhere to somebody. */
export function isRealHost(host: string): boolean {
  const name = host.toLowerCase().replaceAll(/^\[|\]$|\.$/g, "");
  if (isIP(name) !== 0) return !isPrivateAddress(name) && name !== "0.0.0.0" && name !== "::";
  return name.includes(".") && !NOWHERE.test(name);
}
