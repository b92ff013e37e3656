import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { attribute, byTag } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { readPages, type SitePage } from "../support/site-files.ts";

const SITE = join(STATE, "site");
let pages: SitePage[];

beforeAll(async () => {
  pages = (await readPages(SITE)).filter((page) => page.path !== "/404.html");
});

function metaOf({ tree }: SitePage, key: "name" | "property", name: string): string[] {
  return byTag(tree, "meta").flatMap((element) =>
    attribute(element, key) === name ? [attribute(element, "content") ?? ""] : [],
  );
}

describe("every page", () => {
  test("has a description and a canonical address that no other page has", () => {
    const descriptions = pages.map((page) => metaOf(page, "name", "description"));
    for (const [index, found] of descriptions.entries())
      expect(found, pages[index]?.path).toHaveLength(1);
    expect(new Set(descriptions.flat()).size).toBe(pages.length);
    const canonical = pages.map(({ tree }) =>
      byTag(tree, "link").flatMap((link) =>
        attribute(link, "rel") === "canonical" ? [attribute(link, "href") ?? ""] : [],
      ),
    );
    for (const [index, found] of canonical.entries())
      expect(new URL(found[0] ?? "").pathname, pages[index]?.path).toBe(pages[index]?.path);
  });

  test("names a small picture of its own for link previews, with a text for those who cannot see it", async () => {
    for (const page of pages) {
      const images = metaOf(page, "property", "og:image").map((image) => new URL(image).pathname);
      expect(images, page.path).toEqual([`${page.path}og.png`]);
      const png = await readFile(join(SITE, page.path, "og.png"));
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect(size, page.path).toEqual([1200, 630]);
      expect(
        [
          ...metaOf(page, "property", "og:image:width"),
          ...metaOf(page, "property", "og:image:height"),
        ],
        page.path,
      ).toEqual(size.map(String));
      expect(png.length, page.path).toBeLessThanOrEqual(60_000);
      expect(metaOf(page, "property", "og:image:alt"), page.path).toEqual([
        expect.stringMatching(/\S/),
      ]);
      expect(metaOf(page, "name", "twitter:card"), page.path).toEqual(["summary_large_image"]);
    }
  });

  test("says title, kind and address for link previews as the page itself does", () => {
    for (const page of pages) {
      const titles = byTag(page.tree, "head").flatMap((head) => byTag(head, "title"));
      expect(metaOf(page, "property", "og:title"), page.path).toEqual(
        titles.map(({ childNodes }) =>
          childNodes.map((node) => ("value" in node ? node.value : "")).join(""),
        ),
      );
      expect(titles, page.path).toHaveLength(1);
      expect(metaOf(page, "property", "og:type"), page.path).toEqual([
        page.path === "/" ? "profile" : "article",
      ]);
      expect(new URL(metaOf(page, "property", "og:url")[0] ?? "").pathname, page.path).toBe(
        page.path,
      );
    }
  });

  test("leads to the feeds, the record and its schema", () => {
    for (const { path, tree } of pages) {
      const targets = byTag(tree, "link").map(
        (link) =>
          `${attribute(link, "rel") ?? ""} ${attribute(link, "type") ?? ""} ${attribute(link, "href") ?? ""}`,
      );
      for (const wanted of [
        "alternate application/atom+xml /feed.xml",
        "alternate application/feed+json /feed.json",
        "alternate application/json /cv.json",
        "describedby application/schema+json /cv.schema.json",
      ])
        expect(targets, path).toContain(wanted);
    }
  });
});
