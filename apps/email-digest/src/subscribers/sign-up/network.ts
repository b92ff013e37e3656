import { isIP } from "node:net";
import { expandIpv6, isPrivateAddress } from "../../addresses/ip-address.ts";

/** `::ffff:192.0.2.1` is an IPv4 address in other clothes. */
const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * The network someone asks from: the /24 of an IPv4 address, the /64 of an IPv6 address, which one
 * household or machine can use up.
 * @param remote address of the connection's other end
 * @param forwarded the header X-Forwarded-For; believed only from a proxy nearby, and only its last
 *   entry, which that proxy itself wrote
 */
export function networkOf(remote: string | undefined, forwarded: string | undefined): string {
  const peer = unmapped(remote ?? "");
  const told = unmapped(forwarded?.split(",").at(-1)?.trim() ?? "");
  const address = isPrivateAddress(peer) && isIP(told) !== 0 ? told : peer;
  if (isIP(address) === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIP(address) === 6) return `${expandIpv6(address).slice(0, 4).join(":")}::/64`;
  return "unknown";
}
