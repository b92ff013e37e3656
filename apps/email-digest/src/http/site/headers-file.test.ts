import { expect, test } from "vitest";
import { headersFor, parseHeadersFile } from "./headers-file.ts";

const FILE = `# A comment
/*
  X-A: all
  X-B: b: c
/feed.xml
  Content-Type: application/atom+xml
/*.bib
  Content-Type: application/x-bibtex
  X-A: bib
no rule
`;

test.each([
  ["/", { "X-A": "all", "X-B": "b: c" }],
  ["/feed.xml", { "X-A": "all", "X-B": "b: c", "Content-Type": "application/atom+xml" }],
  ["/a/cite.bib", { "X-A": "bib", "X-B": "b: c", "Content-Type": "application/x-bibtex" }],
  ["/feed.xml/", { "X-A": "all", "X-B": "b: c" }],
])("%s", (path, headers) => {
  expect(Object.fromEntries(headersFor(parseHeadersFile(FILE), path))).toEqual(headers);
});

test("no file, no rules", () => {
  expect(headersFor(parseHeadersFile(""), "/").size).toBe(0);
});
