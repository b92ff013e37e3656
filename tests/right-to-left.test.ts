import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
import { beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./support/chromium.ts";
import { type Node, parsePage } from "./support/html-page.ts";
import { hebrewRecord, listTexts } from "./support/hebrew-record.ts";
import { ROOT, STATE } from "./support/places.ts";
import { listDisorder } from "./support/reading-order.ts";
import { buildRenderings, type Renderings } from "./support/renderings.ts";
import { serveSite } from "./support/site-server.ts";

const CONTENT = join(STATE, "tests", "right-to-left-content");

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

/** Whether a text of the record, or its beginning, stands alone; `vol.` or `doi:` may lead it. */
function isAlone(text: string): boolean {
  const own = text.replace(/^[ -~]+[ :]/, "").replace(/…$/, "");
  return [
    ...listTexts(cv).flatMap((known) => [
      known.trim().replaceAll(/\s+/g, " "),
      ...known.split("\n"),
    ]),
    ...titled(cv),
  ].some((known) => known === own || (known.length > 100 && known.startsWith(own)));
}

test("a text from right to left is a span of its own, without what stands between texts", () => {
  const edition = composeEdition(cv, en, new Set());
  const spans = listSpans([
    composeDocument(cv, en),
    composePublications(cv, en),
    recentItems(cv, en, 100),
    edition,
    edition === undefined ? undefined : outlineEdition(edition, en),
  ]).filter(({ text }) => isRightToLeft(text));
  expect(spans.length).toBeGreaterThan(300);
  expect(spans.map(({ text }) => text).filter((text) => !isAlone(text))).toEqual([]);
});

describe("what is made from it", () => {
  let made: Renderings;

  beforeAll(async () => {
    await mkdir(CONTENT, { recursive: true });
    await writeFile(join(CONTENT, "cv.yaml"), JSON.stringify(cv));
    made = await buildRenderings(CONTENT, "right-to-left");
  });

  /** Texts from right to left that nothing keeps to itself, or keeps to others as well. */
  function listLoose(node: Node, isKept = false): string[] {
    if (node.nodeName === "#text" && "value" in node) {
      const { value } = node;
      const isLoose = isRightToLeft(value) && !value.includes("\u2068");
      return isLoose && !(isKept && isAlone(value)) ? [value] : [];
    }
    if (["title", "option", "script", "pre", "desc"].includes(node.nodeName)) return [];
    const attributes =
      "attrs" in node ? node.attrs.map(({ name, value }) => `${name}=${value}`) : [];
    // A citation is one text.
    if (attributes.includes("class=citation") || !("childNodes" in node)) return [];
    const isOwn = node.nodeName === "bdi" || attributes.includes("dir=auto");
    return node.childNodes.flatMap((child) => listLoose(child, isKept || isOwn));
  }

  const PAGES = [
    "/",
    "/publications/",
    "/cv/",
    "/co-authors/",
    "/venues/",
    "/digest/",
    "/colophon/",
  ];

  test("every text keeps to itself, on pages and in the mail", async () => {
    const work = `/publications/${cv.publications[0]?.id ?? ""}/`;
    for (const path of [...PAGES, work]) {
      const html = await readFile(join(made.site, path, "index.html"), "utf8");
      expect(listLoose(parsePage(html)), path).toEqual([]);
    }
    expect(listLoose(parsePage(made.mail ?? ""))).toEqual([]);
  });

  test("texts are drawn in the order of reading, on pages and in the mail", async () => {
    const [site, browser] = [await serveSite(made.site), await launchBrowser()];
    const page = await browser.newPage();
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of [...PAGES, ...cv.publications.map(({ id }) => `/publications/${id}/`)]) {
        await page.goto(site.url + path);
        expect(await listDisorder(page), `${path} at ${width}`).toEqual([]);
      }
    }
    await page.goto(pathToFileURL(join(STATE, "tests", "right-to-left", "mail.html")).href);
    for (const width of [375, 640]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await listDisorder(page), `the mail at ${width}`).toEqual([]);
    }
    await browser.close();
    await site.close();
  });
});
