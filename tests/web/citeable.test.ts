import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Cv, printedForm, type Work } from "@triptych/schema";
import { mf2 } from "microformats-parser";
import { beforeAll, expect, test } from "vitest";
import { attribute, byTag, findAll } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { readPages, type SitePage } from "../support/site-files.ts";

let lists: SitePage[];
let papers: { page: SitePage; work: Work }[];
let cv: Cv;

beforeAll(async () => {
  cv = Cv.parse(JSON.parse(await readFile(join(STATE, "record", "cv.json"), "utf8")));
  const pages = await readPages(join(STATE, "site"));
  lists = pages.filter(({ path }) => path === "/publications/");
  papers = cv.publications.flatMap((work) =>
    pages
      .filter(({ path }) => path === `/publications/${work.id}/`)
      .map((page) => ({ page, work })),
  );
});

test("every paper has a page", () => expect(papers).toHaveLength(cv.publications.length));

test("an independent reader of microformats finds on each paper's page what the record says of it", () => {
  for (const { page, work } of papers) {
    const { items } = mf2(page.html, { baseUrl: `http://localhost:3000${page.path}` });
    const cites = items.filter(({ type }) => type?.includes("h-cite"));
    expect(cites, page.path).toHaveLength(1);
    const { name, author, url, published, publication } = cites[0]?.properties ?? {};
    const [cited] = work.appearances;
    const isOut = cited?.status !== "under-review";
    expect(name, page.path).toEqual([work.title]);
    expect(url, page.path).toEqual([`http://localhost:3000${page.path}`]);
    expect(
      author?.map((card) =>
        typeof card === "object" && "properties" in card ? card.properties["name"] : card,
      ),
      page.path,
    ).toEqual(work.authors.map((one) => [printedForm(one)]));
    expect(published, page.path).toEqual(cited?.date === undefined ? undefined : [cited.date]);
    const venue = cv.venues.find(({ id }) => id === cited?.venue)?.name;
    const named = [cited?.workshop, venue].filter((name) => name !== undefined);
    expect(publication?.length ?? 0, page.path).toBe(isOut && named.length > 0 ? 1 : 0);
    for (const name of isOut ? named : [])
      expect(publication, page.path).toEqual([expect.stringContaining(name)]);
  }
});

test("the list of all papers carries their ContextObjects, which their own pages leave to better tags", () => {
  const [list] = lists;
  const objectsOf = ({ tree }: SitePage) =>
    findAll(tree, (element) => attribute(element, "class") === "Z3988").map(
      (element) => new URLSearchParams(attribute(element, "title")),
    );
  const described = new Map(
    (list === undefined ? [] : objectsOf(list)).map((object) => [
      object.get("rft.atitle") ?? object.get("rft.btitle") ?? object.get("rft.title"),
      object.getAll("rft.au"),
    ]),
  );
  expect(described).toEqual(
    new Map(cv.publications.map(({ title, authors }) => [title, authors.map(printedForm)])),
  );
  for (const { page } of papers) expect(objectsOf(page), page.path).toEqual([]);
});

/**
 * The rules of Google Scholar's guidelines for webmasters that a page can be held to: title, at
 * least one author, a year; one tag an author in the order of the paper; a date as `2024/06/12` or
 * `2024`; where it appeared in one of the tags for it; and that page and tags say the same.
 */
test("each paper's page has the tags that Scholar asks for, and they say what JSON-LD says", () => {
  for (const { page, work } of papers) {
    const tags = byTag(page.tree, "meta").flatMap((element) => {
      const name = attribute(element, "name");
      return name?.startsWith("citation_") === true
        ? [[name, attribute(element, "content") ?? ""] as const]
        : [];
    });
    const valuesOf = (name: string) =>
      tags.flatMap(([own, value]) => (own === name ? [value] : []));
    const [cited] = work.appearances;
    expect(valuesOf("citation_title"), page.path).toEqual([work.title]);
    expect(valuesOf("citation_author"), page.path).toEqual(work.authors.map(printedForm));
    const date = cited?.date?.length === 10 ? cited.date.replaceAll("-", "/") : undefined;
    expect(valuesOf("citation_publication_date"), page.path).toEqual(
      cited?.date === undefined ? [] : [date ?? cited.date.slice(0, 4)],
    );
    expect(valuesOf("citation_abstract"), page.path).toEqual(
      work.abstract === undefined ? [] : [work.abstract],
    );
    // The text lies elsewhere, and Scholar takes it only from beside the page.
    expect(valuesOf("citation_pdf_url"), page.path).toEqual([]);
    for (const [name, value] of tags) expect(value, `${page.path} ${name}`).toMatch(/\S/);
    const venues = tags.flatMap(([name, value]) =>
      /_(conference|journal|inbook)_title$/.test(name) ? [value] : [],
    );
    const jsonLd = byTag(page.tree, "script").flatMap(({ childNodes }) =>
      childNodes.flatMap((node) => ("value" in node ? [node.value] : [])),
    );
    for (const venue of venues)
      expect(jsonLd.join("\n"), page.path).toContain(JSON.stringify(venue));
  }
});

test("each paper's page has its citations in every style", () => {
  for (const { page } of papers) {
    const copied = findAll(page.tree, (element) => attribute(element, "data-copy") !== undefined);
    expect(
      copied.map((button) => attribute(button, "data-copy")),
      page.path,
    ).toEqual(["#cite-apa", "#cite-ieee", "#cite-acm", "#cite-chicago", "#cite-bibtex"]);
    for (const button of copied) {
      expect(attribute(button, "hidden"), page.path).toBeDefined();
      expect(
        findAll(
          page.tree,
          (element) => `#${attribute(element, "id")}` === attribute(button, "data-copy"),
        ),
        page.path,
      ).toHaveLength(1);
    }
  }
});
