import { expect, test } from "vitest";
import { isRealHost } from "./real-host.ts";

test.each(["ada.cam.ac.uk", "bücher.ch", "a.co", "example.co.uk", "8.8.8.8", "[2001:4860::8]"])(
  "%s is somewhere",
  (host) => expect(isRealHost(host)).toBe(true),
);

test.each([
  "localhost",
  "LOCALHOST.",
  "localhost.localdomain",
  "my-machine",
  "nas.local",
  "box.home.arpa",
  "cv.internal",
  "host.lan",
  "a.invalid",
  "scholar.example",
  "example.org",
  "digest.example.com",
  "x.test",
  "127.0.0.1",
  "[::1]",
  "0.0.0.0",
  "192.168.1.4",
  "10.0.0.1",
  "[fe80::1]",
  "",
])("%j is nowhere", (host) => expect(isRealHost(host)).toBe(false));
