import { expect, test } from "vitest";
import { basePath, ServiceAddress, SiteAddress } from "./site-address.ts";

test.each([
  ["https://scholar.example", ""],
  ["https://scholar.example/", ""],
  ["http://localhost:3000/x/y/", "/x/y"],
  ["https://scholar.example/cv", "/cv"],
  ["https://scholar.example/%7Eada/ö/", "/%7Eada/%C3%B6"],
])("%s is below %j", (address, base) => {
  expect(SiteAddress.safeParse(address).success).toBe(true);
  expect(basePath(address)).toBe(base);
});

test.each([
  "https://scholar.example/?lang=en",
  "https://scholar.example/cv/?",
  "https://scholar.example/#cv",
  "https://scholar.example/my cv/",
  "https://scholar.example//cv/",
  "https://me:word@scholar.example/",
])("%s is told in one sentence", (address) => {
  const result = SiteAddress.safeParse(address);
  expect(result.error?.issues.map(({ message }) => message)).toEqual([
    expect.stringContaining("such as https://example.org or https://example.org/cv/"),
  ]);
});

test.each(["scholar.example", "mailto:a@scholar.example", ""])(
  "%s is no web address",
  (address) => {
    expect(SiteAddress.safeParse(address).error?.issues).toHaveLength(1);
  },
);

test.each(["same", "none", "https://digest.example", "http://localhost:3000/x"])(
  "%s is a place of a service",
  (service) => {
    expect(ServiceAddress.safeParse(service).success).toBe(true);
  },
);

test.each(["here", "http://digest.example", "https://digest.example/?a", ""])(
  "%s is none, in one sentence",
  (service) => {
    expect(ServiceAddress.safeParse(service).error?.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("must be same, none, or an address such as https://digest"),
    ]);
  },
);
