import { BlockList, isIP, isIPv6 } from "node:net";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** Private networks (RFC 1918, RFC 4193) and single links (RFC 3927, RFC 4291). */
const PRIVATE = new BlockList();
PRIVATE.addSubnet("10.0.0.0", 8, "ipv4");
PRIVATE.addSubnet("172.16.0.0", 12, "ipv4");
PRIVATE.addSubnet("192.168.0.0", 16, "ipv4");
PRIVATE.addSubnet("169.254.0.0", 16, "ipv4");
PRIVATE.addSubnet("fc00::", 7, "ipv6");
PRIVATE.addSubnet("fe80::", 10, "ipv6");

const isIn = (list: BlockList, address: string) =>
  isIP(address) !== 0 && list.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/**
 * Whether a name or address, also in the brackets of a URL, is this machine's own and nobody
 * else's.
 */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === "localhost" || isIn(LOOPBACK, host.replaceAll(/^\[|\]$/g, ""));
}

/** How a browser of this machine reaches what listens on a host. */
export function hostInAddress(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::"].includes(host)) return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

/** Whether an address means something on this machine or network only. */
export function isPrivateAddress(address: string): boolean {
  return isIn(LOOPBACK, address) || isIn(PRIVATE, address);
}

/** The eight groups of an IPv6 address, written out, each without leading zeros. */
export function expandIpv6(address: string): string[] {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const [left, right] = [groups(head), groups(tail ?? "")];
  const gap =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...gap, ...right].map((group) => (Number.parseInt(group, 16) || 0).toString(16));
}
