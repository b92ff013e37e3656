import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { beforeAll, expect, test } from "vitest";
import { STATE } from "../support/places.ts";
import { listAddresses } from "../support/site-files.ts";

const SITE = join(STATE, "site");

/**
 * The standard's own rules and the validator's recommendations, but for what says nothing about the
 * pages' quality.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // React writes void elements and attributes without a value in its own style; both are HTML.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // The standard allows ids that begin with a figure, such as those of courses known by a code.
    "valid-id": ["error", { relaxed: true }],
    // The search answers as one types and is never sent; the sign-up's button is pressed by the
    // visitor's journey.
    "wcag/h32": "off",
    // Titles of papers come from the record and may be long; search engines cut them themselves.
    "long-title": "off",
    // Text is written by a serializer that escapes what must be escaped, and no more.
    "no-raw-characters": "off",
    // No-break spaces in dates are characters of the text, not layout.
    "no-trailing-whitespace": "off",
  },
});

let files: string[];
beforeAll(async () => {
  files = [...(await listAddresses(SITE))].filter((address) => address.endsWith(".html"));
});

test("every page is valid HTML", async () => {
  const faults: string[] = [];
  for (const file of files) {
    const report = await validator.validateString(await readFile(join(SITE, file), "utf8"), file);
    for (const { messages } of report.results)
      for (const { ruleId, message, selector } of messages)
        faults.push(`${file}: ${ruleId}: ${message} ${selector ?? ""}`);
  }
  expect(files.length).toBeGreaterThan(60);
  expect(faults).toEqual([]);
});
