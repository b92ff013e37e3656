import { parse, serialize } from "parse5";
import { expect, test } from "vitest";
import { hostFiles } from "./host-files.ts";
import { addPolicy } from "./page-policy.ts";
import { pagePolicy, securityHeaders } from "./security-headers.ts";

test.each([
  ["https://ada.example", "", "ada.example\n", undefined],
  ["https://ada.github.io", "", undefined, undefined],
  ["https://ada.example/cv/", "/cv", undefined, "/ /cv/ 302\n/cv/* /:splat 200\n"],
  ["http://127.0.0.1:8000", "", undefined, undefined],
  [undefined, "", undefined, undefined],
])("%s asks for its own files", (address, base, name, redirects) => {
  const files = hostFiles(address, { base });
  expect(files.get(".nojekyll")).toBe("");
  expect(files.get("CNAME")).toBe(name);
  expect(files.get("_redirects")).toBe(redirects);
  expect(files.get(".htaccess")).toContain(`ErrorDocument 404 ${base}/404.html\n`);
});

test("forms go to the service where that is elsewhere, and nowhere else", () => {
  const place = { base: "", service: "https://digest.example/lists" };
  for (const policy of [pagePolicy(place), securityHeaders(place)["Content-Security-Policy"]])
    expect(policy).toContain("; form-action 'self' https://digest.example;");
  expect(pagePolicy({ base: "" })).toContain("; form-action 'self';");
  expect(hostFiles(undefined, place).get(".htaccess")).toContain("https://digest.example;");
});

test("the policy of a page stands before all that it concerns, and after the encoding", () => {
  const document = parse('<meta charset="utf-8"><script src="/a.js"></script>');
  addPolicy(document, "default-src 'none'");
  expect(serialize(document)).toMatch(/<head><meta charset="utf-8"><meta http-equiv=[^>]*><script/);
});
