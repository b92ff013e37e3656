import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkOf } from "./network.ts";

test.each([
  ["203.0.113.77", undefined, "203.0.113.0/24"],
  ["::ffff:203.0.113.77", undefined, "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2::/64"],
  ["2001:db8::1", undefined, "2001:db8:0:0::/64"],
  ["2001:0db8:0001:0002::", undefined, "2001:db8:1:2::/64"],
  [undefined, undefined, "unknown"],
  ["/run/socket", undefined, "unknown"],
])("%s alone is of %s", (remote, forwarded, network) => {
  expect(networkOf(remote, forwarded)).toBe(network);
});

describe("X-Forwarded-For", () => {
  test("counts where a proxy of ours wrote it", () => {
    expect(networkOf("127.0.0.1", "198.51.100.9")).toBe("198.51.100.0/24");
    expect(networkOf("::1", "2001:db8:5::9")).toBe("2001:db8:5:0::/64");
    expect(networkOf("192.168.1.2", "198.51.100.9")).toBe("198.51.100.0/24");
  });

  test("what the visitor put before the proxy's own entry does not", () => {
    expect(networkOf("127.0.0.1", "8.8.8.8, 198.51.100.9")).toBe("198.51.100.0/24");
  });

  test("is not believed from strangers, nor where it is no address", () => {
    expect(networkOf("203.0.113.77", "198.51.100.9")).toBe("203.0.113.0/24");
    expect(networkOf("127.0.0.1", "nonsense")).toBe("127.0.0.0/24");
  });
});

test("all addresses of a network are one, whatever stands behind it", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(255), fc.ipV6(), fc.string(), (four, last, six, junk) => {
      const sibling = `${four.split(".").slice(0, 3).join(".")}.${last}`;
      expect(networkOf(sibling, undefined)).toBe(networkOf(four, undefined));
      expect(networkOf(six, undefined)).toMatch(/^([0-9a-f]{1,4}:){4}:\/64$|\/24$/);
      expect(networkOf(junk, junk)).toBeTypeOf("string");
    }),
  );
});
