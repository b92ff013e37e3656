import { BlockList, isIP, isIPv6 } from "node:net";

/** From where a proxy of ours can speak: this machine and private networks (RFC 1918, RFC 4193). */
const NEAR = new BlockList();
NEAR.addSubnet("127.0.0.0", 8, "ipv4");
NEAR.addSubnet("10.0.0.0", 8, "ipv4");
NEAR.addSubnet("172.16.0.0", 12, "ipv4");
NEAR.addSubnet("192.168.0.0", 16, "ipv4");
NEAR.addAddress("::1", "ipv6");
NEAR.addSubnet("fc00::", 7, "ipv6");

/** `::ffff:192.0.2.1` is an IPv4 address in other clothes. */
const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

const isNear = (address: string) => isIP(address) !== 0 && NEAR.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** The eight groups of an IPv6 address, written out. */
function expand(address: string): string[] {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const [first, last] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const [left, right] = [first ?? [], last ?? []];
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...gap, ...right].map((group) => (Number.parseInt(group, 16) || 0).toString(16));
}

/**
 * The network someone asks from: the /24 of an IPv4 address, the /64 of an IPv6 address, which one household or machine can use up.
 * @param remote address of the connection's other end
 * @param forwarded the header X-Forwarded-For; believed only from a proxy nearby, and only its last entry, which that proxy itself wrote
 */
export function networkOf(remote: string | undefined, forwarded: string | undefined): string {
  const peer = unmapped(remote ?? "");
  const told = unmapped(forwarded?.split(",").at(-1)?.trim() ?? "");
  const address = isNear(peer) && isIP(told) !== 0 ? told : peer;
  if (isIP(address) === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIP(address) === 6) return `${expand(address).slice(0, 4).join(":")}::/64`;
  return "unknown";
}
