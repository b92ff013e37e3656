import { join } from "node:path";
import { loadCv } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import {
  composeDocument,
  composeEdition,
  composePublications,
  isRightToLeft,
  outlineEdition,
  recentItems,
  type Span,
} from "@triptych/view";
import { en } from "@triptych/words";
import { beforeAll, expect, test } from "vitest";
import { hebrewRecord, listTexts } from "./support/hebrew-record.ts";
import { ROOT } from "./support/places.ts";

let cv: Cv;

beforeAll(async () => {
  const result = await loadCv(join(ROOT, "tests/fixtures/full"));
  if (result.kind === "faulty") throw new Error(JSON.stringify(result.faults));
  cv = hebrewRecord(result.cv);
});

/** Every span that stands anywhere within a value. */
function listSpans(value: unknown): Span[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "text" in value && typeof value.text === "string" ? [{ text: value.text }] : [];
  return [...own, ...Object.values(value).flatMap(listSpans)];
}

/** A name with its title is one text: from right to left, the title is on the right. */
const titled = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : [
        ...("title" in value && "name" in value
          ? [`${String(value.title)}\u00a0${String(value.name)}`]
          : []),
        ...Object.values(value).flatMap(titled),
      ];

test("a text from right to left is a span of its own, without what stands between texts", () => {
  const texts = new Set([...listTexts(cv), ...titled(cv)]);
  const edition = composeEdition(cv, en, new Set());
  const spans = listSpans([
    composeDocument(cv, en),
    composePublications(cv, en),
    recentItems(cv, en, 100),
    edition,
    edition === undefined ? undefined : outlineEdition(edition, en),
  ]).filter(({ text }) => isRightToLeft(text));
  expect(spans.length).toBeGreaterThan(300);
  // A word such as `vol.` or `doi:` may stand before a number.
  const isOwn = (text: string) => texts.has(text.replace(/^[ -~]+[ :]/, ""));
  expect([...new Set(spans.map(({ text }) => text).filter((text) => !isOwn(text)))]).toEqual([]);
});
