import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { attribute, byTag } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { listAddresses, readPages, type SitePage } from "../support/site-files.ts";

const SITE = join(STATE, "site");
let pages: SitePage[];
let addresses: Set<string>;

beforeAll(async () => {
  addresses = await listAddresses(SITE);
  pages = (await readPages(SITE)).filter((page) => page.path !== "/404.html");
});

function metaOf({ tree }: SitePage, key: "name" | "property", name: string): string[] {
  return byTag(tree, "meta").flatMap((element) => (attribute(element, key) === name ? [attribute(element, "content") ?? ""] : []));
}

describe("every page", () => {
  test("has a description and a canonical address that no other page has", () => {
    const descriptions = pages.map((page) => metaOf(page, "name", "description"));
    for (const [index, found] of descriptions.entries()) expect(found, pages[index]?.path).toHaveLength(1);
    expect(new Set(descriptions.flat()).size).toBe(pages.length);
    const canonical = pages.map(({ tree }) =>
      byTag(tree, "link").flatMap((link) => (attribute(link, "rel") === "canonical" ? [attribute(link, "href") ?? ""] : [])),
    );
    for (const [index, found] of canonical.entries()) expect(new URL(found[0] ?? "").pathname, pages[index]?.path).toBe(pages[index]?.path);
  });

  test("names a picture of its own for link previews, with a text, and the picture is there", () => {
    for (const page of pages) {
      const [image = ""] = metaOf(page, "property", "og:image");
      expect(new URL(image).pathname, page.path).toBe(`${page.path}og.png`);
      expect(addresses.has(new URL(image).pathname), image).toBe(true);
      expect(metaOf(page, "property", "og:image:width"), page.path).toEqual(["1200"]);
      expect(metaOf(page, "property", "og:image:height"), page.path).toEqual(["630"]);
      expect(metaOf(page, "property", "og:image:alt")[0]?.length, page.path).toBeGreaterThan(0);
      expect(metaOf(page, "name", "twitter:card"), page.path).toEqual(["summary_large_image"]);
    }
  });

  test("says title, kind and address for link previews as the page itself does", () => {
    for (const page of pages) {
      const title = byTag(page.tree, "title")[0];
      expect(title, page.path).toBeDefined();
      expect(metaOf(page, "property", "og:title"), page.path).toHaveLength(1);
      expect(metaOf(page, "property", "og:type"), page.path).toEqual([page.path === "/" ? "profile" : "article"]);
      expect(new URL(metaOf(page, "property", "og:url")[0] ?? "").pathname, page.path).toBe(page.path);
    }
  });

  test("leads to the feeds, the record and its schema", () => {
    for (const { path, tree } of pages) {
      const targets = byTag(tree, "link").map((link) => `${attribute(link, "rel") ?? ""} ${attribute(link, "type") ?? ""} ${attribute(link, "href") ?? ""}`);
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
