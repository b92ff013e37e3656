import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Cv, printedForm, type Work } from "@triptych/schema";
import { mf2 } from "microformats-parser";
import { beforeAll, expect, test } from "vitest";
import { attribute, findAll } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { readPages, type SitePage } from "../support/site-files.ts";

let papers: { page: SitePage; work: Work }[];
let cv: Cv;

beforeAll(async () => {
  cv = Cv.parse(JSON.parse(await readFile(join(STATE, "record", "cv.json"), "utf8")));
  const pages = await readPages(join(STATE, "site"));
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
    const venue = cv.venues.find(({ id }) => id === cited?.venue)?.name ?? cited?.workshop;
    expect(publication, page.path).toEqual(isOut && venue !== undefined ? [venue] : undefined);
  }
});

test("each paper's page carries its ContextObject, and its citations in every style", () => {
  for (const { page, work } of papers) {
    const objects = findAll(page.tree, (element) => attribute(element, "class") === "Z3988").map(
      (element) => new URLSearchParams(attribute(element, "title")),
    );
    expect(objects, page.path).toHaveLength(1);
    expect(objects[0]?.getAll("rft.au"), page.path).toEqual(work.authors.map(printedForm));
    expect(objects[0]?.get("rft.atitle") ?? objects[0]?.get("rft.title"), page.path).toBe(
      work.title,
    );
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
