import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Cv } from "@triptych/schema";
import { publishedRecord } from "@triptych/view";
import { beforeAll, describe, expect, test } from "vitest";
import { attribute, byTag, findAll, textOf } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { listAddresses, readPages, type SitePage } from "../support/site-files.ts";

const SITE = join(STATE, "site");

let pages: SitePage[];
let addresses: Set<string>;
let cv: Cv;

const metaOf = (page: SitePage, name: string) =>
  byTag(page.tree, "meta")
    .filter((meta) => attribute(meta, "name") === name)
    .map((meta) => attribute(meta, "content") ?? "")
    .join(" ");
const canonicalOf = (page: SitePage) =>
  byTag(page.tree, "link")
    .filter((link) => attribute(link, "rel") === "canonical")
    .map((link) => attribute(link, "href"));

beforeAll(async () => {
  pages = await readPages(SITE);
  addresses = await listAddresses(SITE);
  cv = Cv.parse(JSON.parse(await readFile(join(STATE, "record", "cv.json"), "utf8")));
});

test("there is a page for every publication, linked from the list", () => {
  const list = pages.find((page) => page.path === "/publications/");
  const links = new Set(
    list === undefined ? [] : byTag(list.tree, "a").map((link) => attribute(link, "href")),
  );
  expect(cv.publications).toHaveLength(61);
  for (const { id } of cv.publications) {
    expect(addresses.has(`/publications/${id}/`), id).toBe(true);
    expect(links.has(`/publications/${id}/`), id).toBe(true);
  }
});

test("every internal link and fragment leads somewhere", () => {
  for (const page of pages) {
    for (const link of findAll(
      page.tree,
      (element) =>
        attribute(element, "href")?.startsWith("/") === true ||
        attribute(element, "href")?.startsWith("#") === true,
    )) {
      const [path = "", fragment] = (attribute(link, "href") ?? "")
        .replace(/\?.*?(?=#|$)/, "")
        .split("#");
      // The service answers below /digest; its own tests follow these.
      if (path.startsWith("/digest/") && path !== "/digest/") continue;
      const target = path === "" ? page.path : path;
      expect(addresses.has(target), `${page.path} links to ${target}`).toBe(true);
      if (fragment === undefined) continue;
      const there = pages.find((candidate) => candidate.path === target);
      const ids =
        there === undefined
          ? []
          : findAll(there.tree, (element) => attribute(element, "id") === fragment);
      expect(ids, `${page.path} links to ${target}#${fragment}`).toHaveLength(1);
    }
  }
});

describe("every page", () => {
  test("is sealed: no framework, no script but our own files, no inline style or handler, nothing from elsewhere", () => {
    for (const { path, html, tree } of pages) {
      expect(html, path).not.toMatch(/__next_f|__NEXT_DATA__|_next\/static\/chunks\/[^"]*\.js/);
      expect(
        byTag(tree, "script").filter(
          (script) =>
            attribute(script, "type") !== "application/ld+json" &&
            (script.childNodes.length > 0 ||
              !["/assets/site.js", "/assets/publications.js"].includes(
                attribute(script, "src") ?? "",
              )),
        ),
        path,
      ).toEqual([]);
      expect(byTag(tree, "style"), path).toEqual([]);
      const odd = findAll(tree, (element) =>
        element.attrs.some(
          ({ name, value }) =>
            name === "style" ||
            name.startsWith("on") ||
            (["src", "srcset"].includes(name) && /^(https?:)?\/\//.test(value)),
        ),
      );
      expect(odd, path).toEqual([]);
      const loaded = byTag(tree, "link").filter((link) =>
        /stylesheet|preload|icon/.test(attribute(link, "rel") ?? ""),
      );
      for (const link of loaded) expect(attribute(link, "href"), path).toMatch(/^\/(?!\/)/);
    }
  });

  test("has one title of its own, a description, one first heading, a language and its own address", () => {
    const titles = new Map<string, string>();
    for (const page of pages) {
      const title = byTag(page.tree, "title")
        .map((element) =>
          element.childNodes.map((node) => ("value" in node ? node.value : "")).join(""),
        )
        .join("");
      expect(title, page.path).not.toBe("");
      expect(
        titles.get(title),
        `${page.path} and ${titles.get(title)} share a title`,
      ).toBeUndefined();
      titles.set(title, page.path);
      expect(byTag(page.tree, "h1"), page.path).toHaveLength(1);
      expect(
        byTag(page.tree, "html").map((element) => attribute(element, "lang")),
        page.path,
      ).toEqual(["en"]);
      if (page.path === "/404.html") {
        expect(metaOf(page, "robots")).toContain("noindex");
        continue;
      }
      expect(metaOf(page, "description").length, page.path).toBeGreaterThan(20);
      expect(canonicalOf(page), page.path).toEqual([`http://localhost:3000${page.path}`]);
    }
  });

  test("marks itself and nothing else as the page one is on", () => {
    for (const { path, tree } of pages) {
      const marked = findAll(tree, (element) => attribute(element, "aria-current") === "page").map(
        (element) => attribute(element, "href"),
      );
      expect([...new Set(marked)], path).toEqual(marked.length === 0 ? [] : [path]);
    }
    const sectionOf = (path: string) =>
      pages
        .filter((page) => page.path === path)
        .flatMap(({ tree }) =>
          findAll(tree, (element) => attribute(element, "aria-current") === "true"),
        )
        .map((element) => attribute(element, "href"));
    expect(
      ["/venues/", "/publications/adamerging/", "/co-authors/lu-yin/", "/publications/"].map(
        sectionOf,
      ),
    ).toEqual([["/publications/"], ["/publications/"], ["/co-authors/"], []]);
  });

  test("has the sign-up form once where people look for it, which names the page it stands on, or a link to it", () => {
    const forms: Record<string, (string | undefined)[]> = {};
    for (const { path, tree } of pages) {
      const own = byTag(tree, "form").filter(
        (form) => attribute(form, "action") === "/digest/subscribe",
      );
      const named = own.flatMap((form) =>
        byTag(form, "input").filter((input) => attribute(input, "name") === "form"),
      );
      if (own.length > 0) forms[path] = named.map((input) => attribute(input, "value"));
      else
        expect(
          byTag(tree, "a").filter((link) => attribute(link, "href") === "/digest/").length,
          path,
        ).toBeGreaterThan(1);
    }
    expect(forms).toEqual(
      Object.fromEntries(
        ["/", "/digest/", "/kinds/", "/publications/", "/venues/"].map((path) => [path, [path]]),
      ),
    );
  });

  test("has headings without a skip, ids that are unique, and controls with a name", () => {
    for (const { path, tree } of pages) {
      const levels = findAll(tree, (element) => /^h[1-6]$/.test(element.tagName)).map((heading) =>
        Number(heading.tagName[1]),
      );
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0), path).toBeLessThanOrEqual(1);
      const ids = findAll(tree, (element) => attribute(element, "id") !== undefined).map(
        (element) => attribute(element, "id"),
      );
      expect(new Set(ids).size, path).toBe(ids.length);
      for (const link of byTag(tree, "a")) expect(textOf(link).trim(), path).not.toBe("");
    }
  });
});

test("each paper's page, and no other, gives crawlers what the record holds about it", () => {
  for (const page of pages) {
    const tags = byTag(page.tree, "meta").filter(
      (meta) => attribute(meta, "name")?.startsWith("citation_") === true,
    );
    const valuesOf = (name: string) =>
      tags.filter((tag) => attribute(tag, "name") === name).map((tag) => attribute(tag, "content"));
    const work = cv.publications.find(({ id }) => page.path === `/publications/${id}/`);
    if (work === undefined) {
      expect(tags, page.path).toEqual([]);
      continue;
    }
    expect(valuesOf("citation_title"), page.path).toEqual([work.title]);
    expect(byTag(page.tree, "h1").map(textOf), page.path).toEqual([work.title]);
    expect(valuesOf("citation_author"), page.path).toEqual(
      work.authors.map((author) => (typeof author === "string" ? author : author.name)),
    );
    for (const date of valuesOf("citation_publication_date"))
      expect(date, page.path).toMatch(/^\d{4}(\/\d{2}\/\d{2})?$/);
    const venues = [
      "citation_conference_title",
      "citation_journal_title",
      "citation_dissertation_institution",
    ].flatMap(valuesOf);
    expect(venues.length, page.path).toBe(work.appearances[0]?.kind === "preprint" ? 0 : 1);
  }
});

test("structured data parses, and names one person on all pages", () => {
  const people = new Set<unknown>();
  for (const page of pages) {
    const data = byTag(page.tree, "script").filter(
      (script) => attribute(script, "type") === "application/ld+json",
    );
    const scripts = data.map((script) =>
      script.childNodes.map((node) => ("value" in node ? node.value : "")).join(""),
    );
    const items: Record<string, unknown>[] = scripts.map((script) => JSON.parse(script));
    const types = items.map((item) => item["@type"]);
    const isPaper = /^\/publications\/[^/]+\/$/.test(page.path);
    expect(types, page.path).toEqual(
      page.path === "/"
        ? ["ProfilePage"]
        : isPaper
          ? [page.path.includes("phd-thesis") ? "Thesis" : "ScholarlyArticle", "BreadcrumbList"]
          : [],
    );
    for (const [id] of scripts.join("").matchAll(/"@id":"[^"]*#person"/g)) people.add(id);
  }
  expect(people.size).toBe(1);
});

test("works can be taken along from the list and from their pages", () => {
  for (const format of ["bib", "ris", "csl.json"]) {
    expect(addresses.has(`/publications.${format}`)).toBe(true);
    for (const { id } of cv.publications)
      expect(addresses.has(`/publications/${id}/cite.${format}`), id).toBe(true);
  }
});

test("finished encodings hold the same bytes", async () => {
  for (const address of ["/index.html", "/publications/index.html", "/cv.json"]) {
    const plain = await readFile(join(SITE, address));
    expect(brotliDecompressSync(await readFile(join(SITE, `${address}.br`))).equals(plain)).toBe(
      true,
    );
    expect(gunzipSync(await readFile(join(SITE, `${address}.gz`))).equals(plain)).toBe(true);
  }
});

test("the first view is small", async () => {
  const sizeOf = async (name: string) => (await stat(join(SITE, name))).size;
  const css = [...addresses].find((address) => address.endsWith(".css")) ?? "";
  const shared =
    (await sizeOf(`${css}.br`)) +
    (await sizeOf("fonts/serif.woff2")) +
    (await sizeOf("fonts/display.woff2")) +
    (await sizeOf("icon.svg"));
  expect(await sizeOf("fonts/serif.woff2")).toBeLessThanOrEqual(40_000);
  expect(await sizeOf(`${css}.br`)).toBeLessThanOrEqual(6_000);
  expect(shared + (await sizeOf("index.html.br"))).toBeLessThanOrEqual(45_000);
  expect(shared + (await sizeOf("publications/index.html.br"))).toBeLessThanOrEqual(70_000);
});

test("the canonical record is published but for what is for its owner alone", async () => {
  expect(JSON.parse(await readFile(join(SITE, "cv.json"), "utf8"))).toEqual(
    JSON.parse(JSON.stringify(publishedRecord(cv))),
  );
});
