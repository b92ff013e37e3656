import { expect, test } from "vitest";
import { describeAddresses } from "./addresses.mjs";

test("PDFs and pages are named, pages of works and of co-authors counted, empty ones left out", () => {
  const files = [
    "404.html",
    "co-authors/none/index.html",
    "cv-short.pdf",
    "cv.json",
    "cv.pdf",
    "index.html",
    "publications/a/cite.bib",
    "publications/a/index.html",
    "publications/b/index.html",
    "publications/index.html",
  ];
  expect(describeAddresses(files)).toBe(
    "  PDFs   /cv-short.pdf /cv.pdf\n  Pages  / /publications/…/ (2) /publications/\n",
  );
});
