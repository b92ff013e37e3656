import { expect, test } from "vitest";
import { hostInAddress, isLoopback, isPrivateAddress } from "./ip-address.ts";

test("this machine is told from everything else that a service may listen on or be called", () => {
  const hosts = [
    "127.0.0.1",
    "127.9.9.9",
    "::1",
    "[::1]",
    "localhost",
    "0.0.0.0",
    "::",
    "192.168.1.2",
    "localhost.example.org",
    "127.example.org",
    "",
  ];
  expect(hosts.filter(isLoopback)).toEqual(["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"]);
});

test("addresses of the internet are told from those of one network", () => {
  const addresses = [
    "10.1.2.3",
    "172.31.0.1",
    "172.32.0.1",
    "192.168.0.9",
    "169.254.1.1",
    "fd00::1",
    "fe80::1",
    "::1",
    "203.0.113.7",
    "2001:db8::1",
    "fd.example",
  ];
  expect(addresses.filter((address) => !isPrivateAddress(address))).toEqual([
    "172.32.0.1",
    "203.0.113.7",
    "2001:db8::1",
    "fd.example",
  ]);
});

test("a host is shown as a browser takes it", () => {
  const hosts = ["127.0.0.1", "0.0.0.0", "::", "::1", "fd00::7", "10.0.0.2", "me.example"];
  expect(hosts.map(hostInAddress)).toEqual([
    "localhost",
    "localhost",
    "localhost",
    "[::1]",
    "[fd00::7]",
    "10.0.0.2",
    "me.example",
  ]);
});
