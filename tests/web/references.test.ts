import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { attribute, findAll } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { listAddresses, readPages, type SitePage } from "../support/site-files.ts";

const SITE = join(STATE, "site");

let pages: SitePage[];
let addresses: Set<string>;

const read = (address: string) => readFile(join(SITE, address), "utf8");
const pathOf = (reference: string, from: string) =>
  decodeURIComponent(new URL(reference, `https://site.invalid${from}`).pathname);

beforeAll(async () => {
  pages = await readPages(SITE);
  addresses = await listAddresses(SITE);
});

test("every style sheet takes its fonts and pictures from the site", async () => {
  const sheets = [...addresses].filter((address) => address.endsWith(".css"));
  expect(sheets).not.toEqual([]);
  let fonts = 0;
  for (const sheet of sheets)
    for (const [, reference = ""] of (await read(sheet)).matchAll(
      /url\(\s*["']?([^"')]+)["']?\s*\)/g,
    )) {
      fonts += 1;
      expect(reference, sheet).not.toMatch(/^(https?:)?\/\//);
      expect(addresses.has(pathOf(reference, sheet)), `${sheet} refers to ${reference}`).toBe(true);
    }
  expect(fonts).toBeGreaterThan(0);
});

test("what a page loads is there, candidates of pictures too", () => {
  for (const { path, tree } of pages)
    for (const element of findAll(tree, ({ tagName }) =>
      ["link", "img", "source", "script", "video", "audio"].includes(tagName),
    )) {
      const candidates = (attribute(element, "srcset") ?? "")
        .split(",")
        .map((candidate) => candidate.trim().split(/\s/)[0] ?? "");
      const references = [
        attribute(element, "src"),
        ...candidates,
        attribute(element, "rel") === "canonical" ? undefined : attribute(element, "href"),
      ];
      for (const reference of references.filter((candidate) => candidate?.startsWith("/")))
        expect(addresses.has(pathOf(reference ?? "", path)), `${path} loads ${reference}`).toBe(
          true,
        );
    }
});

test("the robots file names the sitemap, which holds exactly the pages that crawlers may list", async () => {
  expect(await read("/robots.txt")).toMatch(/^Sitemap: http:\/\/localhost:3000\/sitemap\.xml$/m);
  const listed = [...(await read("/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  const open = pages.filter(
    ({ tree }) =>
      findAll(
        tree,
        (element) =>
          attribute(element, "name") === "robots" &&
          /noindex/.test(attribute(element, "content") ?? ""),
      ).length === 0,
  );
  expect(listed.toSorted()).toEqual(open.map(({ path }) => path).toSorted());
});

test("every paper is at most two links from the first page", () => {
  const linksOf = (path: string) =>
    pages
      .filter((page) => page.path === path)
      .flatMap(({ tree }) => findAll(tree, ({ tagName }) => tagName === "a"))
      .flatMap((link) => attribute(link, "href") ?? [])
      .filter((href) => href.startsWith("/"))
      .map((href) => pathOf(href, path));
  const near = new Set(linksOf("/").flatMap((path) => [path, ...linksOf(path)]));
  const papers = pages.filter(({ path }) => /^\/publications\/[^/]+\/$/.test(path));
  expect(papers).toHaveLength(61);
  for (const { path } of papers) expect(near.has(path), path).toBe(true);
});
