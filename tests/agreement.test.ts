import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listPrintedNames, printedForm } from "@triptych/schema";
import {
  composeDocument,
  composePublications,
  composeSectionPages,
  type CvDocument,
  type Entry,
  plainText,
  type Publication,
  type Span,
} from "@triptych/view";
import { en } from "@triptych/words";
import { beforeAll, describe, expect, test } from "vitest";
import { listFacts } from "./agreement/fact.ts";
import { listAccessibilityFaults } from "./support/axe.ts";
import { launchBrowser } from "./support/chromium.ts";
import {
  attribute,
  byId,
  byTag,
  findAll,
  type Node,
  parsePage,
  textOf,
} from "./support/html-page.ts";
import { digestFolder } from "./support/folder-digest.ts";
import {
  extractAttachments,
  extractEmphasis,
  extractLinks,
  extractText,
} from "./support/pdf-text.ts";
import { ROOT, STATE } from "./support/places.ts";
import { squeeze } from "./support/plain.ts";
import { buildRenderings, type Renderings } from "./support/renderings.ts";
import { serveSite } from "./support/site-server.ts";

const RECORDS = [
  ["the real record", join(ROOT, "packages/data/content"), "real"],
  ["a name and nothing else", join(ROOT, "tests/fixtures/minimal"), "minimal"],
  ["a record that uses every field", join(ROOT, "tests/fixtures/full"), "full"],
  ["a humanist’s record", join(ROOT, "tests/fixtures/humanist"), "humanist"],
  [
    "a record from industry, without publications",
    join(ROOT, "tests/fixtures/industry"),
    "industry",
  ],
  [
    "a scholar without affiliation, whose name is in another script",
    join(ROOT, "tests/fixtures/independent"),
    "independent",
  ],
] as const;

const entriesOf = (document: CvDocument): Entry[] =>
  document.sections.flatMap((section) => section.groups.flatMap((group) => group.entries));
const owners = (spans: readonly Span[]) =>
  spans.filter((span) => span.role === "owner").map((span) => span.text);

describe.each(RECORDS)("%s", (_name, content, key) => {
  let made: Renderings;
  let document: CvDocument;
  let publications: Publication[];
  let pdfText: string;
  const readPage = async (path: string): Promise<Node> =>
    parsePage(await readFile(join(made.site, path), "utf8"));

  beforeAll(async () => {
    made = await buildRenderings(content, key);
    document = composeDocument(made.cv, en);
    publications = composePublications(made.cv, en);
    pdfText = extractText(made.pdf);
  });

  test("every line of every entry is on the CV page, in its place", async () => {
    const page = await readPage("cv/index.html");
    for (const entry of entriesOf(document)) {
      const shown = byId(page, entry.id);
      const wanted = [
        entry.rail,
        entry.number === undefined ? "" : String(entry.number),
        ...entry.lines.map((line) => plainText(line.spans)),
      ];
      expect(squeeze(shown === undefined ? "" : textOf(shown)), entry.id).toBe(
        squeeze(wanted.join("")),
      );
    }
    expect(byTag(page, "li").filter((item) => attribute(item, "class") === "entry")).toHaveLength(
      entriesOf(document).length,
    );
  });

  test("every line of every entry is in the PDF, in the same order", () => {
    const text = squeeze(pdfText);
    let at = 0;
    for (const entry of entriesOf(document)) {
      for (const line of entry.lines) {
        const found = text.indexOf(squeeze(plainText(line.spans)), at);
        expect(found, `${entry.id}: ${plainText(line.spans)}`).toBeGreaterThanOrEqual(at);
        at = found;
      }
    }
  });

  test("another reader of the PDF finds the same lines", async () => {
    const file = join(STATE, "tests", key, "cv.pdf");
    await writeFile(file, made.pdf);
    let text: string;
    try {
      text = squeeze(
        execFileSync("pdftotext", ["-enc", "UTF-8", file, "-"], {
          encoding: "utf8",
          maxBuffer: 1 << 26,
        }),
      );
    } catch (error) {
      // poppler is not part of every system; where it is, it is asked too.
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
      throw error;
    }
    for (const entry of entriesOf(document)) {
      for (const line of entry.lines)
        expect(text.includes(squeeze(plainText(line.spans))), plainText(line.spans)).toBe(true);
    }
  });

  test("sections and groups stand in the same order on the CV page and in the PDF", async () => {
    const page = await readPage("cv/index.html");
    const titles = document.sections.flatMap((section) => [
      section.title,
      ...section.groups.map((group) => group.title).filter((title) => title !== ""),
    ]);
    const main = byTag(page, "main")[0];
    const headings =
      main === undefined
        ? []
        : findAll(main, (element) => element.tagName === "h2" || element.tagName === "h3").map(
            textOf,
          );
    expect(headings.map(squeeze)).toEqual(titles.map(squeeze));
  });

  test("each publication reads the same in the list, on its page and in the mail", async () => {
    const list = await readPage("publications/index.html");
    const mail = made.mail === undefined ? "" : squeeze(textOf(parsePage(made.mail)));
    for (const publication of publications) {
      const item = byId(list, `work-${publication.id}`);
      const inList = item === undefined ? "" : squeeze(textOf(item));
      const main = byTag(await readPage(`publications/${publication.id}/index.html`), "main")[0];
      const onPage = main === undefined ? "" : squeeze(textOf(main));
      for (const text of [
        publication.title,
        plainText(publication.listedAuthors),
        plainText(publication.venue),
      ]) {
        expect(inList, publication.id).toContain(squeeze(text));
        expect(mail, publication.id).toContain(squeeze(text));
      }
      for (const text of [
        publication.title,
        plainText(publication.authors),
        plainText(publication.venue),
      ]) {
        expect(onPage, publication.id).toContain(squeeze(text));
      }
      for (const appearance of publication.appearances) {
        expect(onPage, publication.id).toContain(squeeze(plainText(appearance.facts)));
        // The page has a place of its own for what can be opened.
        for (const link of appearance.links.filter(({ href }) => href !== undefined))
          expect(onPage, publication.id).toContain(squeeze(link.text));
      }
    }
    expect(byTag(list, "li").filter((item) => attribute(item, "class") === "work")).toHaveLength(
      publications.length,
    );
  });

  test("the owner, and nobody else, is emphasised in every rendering", async () => {
    const list = await readPage("publications/index.html");
    const mail = made.mail === undefined ? undefined : parsePage(made.mail);
    const expected = publications
      .flatMap((publication) => owners(publication.authors))
      .map(squeeze)
      .toSorted();
    expect(
      byTag(list, "b")
        .map((element) => squeeze(textOf(element)))
        .toSorted(),
    ).toEqual(expected);
    expect(
      (mail === undefined ? [] : byTag(mail, "b"))
        .map((element) => squeeze(textOf(element)))
        .toSorted(),
    ).toEqual(expected);
    const emphasised = squeeze(extractEmphasis(made.pdf));
    for (const name of new Set(expected))
      expect(emphasised.split(name).length - 1, name).toBeGreaterThanOrEqual(
        expected.filter((other) => other === name).length,
      );
  });

  test("every fact of the record is on the site and in the PDF", async () => {
    const pages = [
      "index.html",
      "cv/index.html",
      ...publications.map(({ id }) => `publications/${id}/index.html`),
    ];
    const trees = await Promise.all(pages.map(readPage));
    const site = squeeze(trees.map(textOf).join("\n"));
    const siteLinks = new Set(
      trees.flatMap((page) => byTag(page, "a").map((link) => attribute(link, "href"))),
    );
    const pdf = squeeze(pdfText);
    const pdfLinks = new Set(extractLinks(made.pdf));
    for (const fact of listFacts(made.cv)) {
      if (fact.kind === "link") {
        expect(siteLinks.has(fact.text), `${fact.path}: ${fact.text} on the site`).toBe(true);
        expect(pdfLinks.has(fact.text), `${fact.path}: ${fact.text} in the PDF`).toBe(true);
      } else {
        expect(site.includes(squeeze(fact.text)), `${fact.path}: ${fact.text} on the site`).toBe(
          true,
        );
        if (fact.kind === "text")
          expect(pdf.includes(squeeze(fact.text)), `${fact.path}: ${fact.text} in the PDF`).toBe(
            true,
          );
      }
    }
  });

  // The site of the real record is tested in every state beside this; here other records go through
  // the same templates.
  test.runIf(key !== "real")(
    "no page has an accessibility fault or scrolls sideways on a phone",
    async () => {
      const [site, browser] = [await serveSite(made.site), await launchBrowser()];
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        bypassCSP: true,
      });
      const page = await context.newPage();
      const works = publications.slice(0, 1).map(({ id }) => `/publications/${id}/`);
      const sections = composeSectionPages(made.cv, en).map(({ id }) => `/${id}/`);
      for (const path of [
        "/",
        "/publications/",
        "/kinds/",
        "/cv/",
        "/co-authors/",
        ...works,
        ...sections,
      ]) {
        await page.goto(site.url + path);
        expect(
          await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          ),
          path,
        ).toBe(0);
        expect(await listAccessibilityFaults(page), path).toEqual([]);
      }
      await browser.close();
      await site.close();
    },
  );

  test.runIf(key === "real")(
    "another build of it is the same bytes, file by file, with nothing kept between them",
    async () => {
      const [first, second] = [
        await digestFolder(join(STATE, "site")),
        await digestFolder(made.site),
      ];
      expect(Object.keys(first).length).toBeGreaterThan(50);
      expect(second).toEqual(first);
    },
  );

  test("what serves to recognise people and works only is in no file", async () => {
    const printed = new Set(listPrintedNames(made.cv).map(({ name }) => printedForm(name)));
    const silent = [made.cv.profile, ...made.cv.people]
      .flatMap(({ aliases }) => aliases)
      .filter((alias) => !printed.has(alias));
    if (key === "full") expect(silent).toEqual(["Exempla Erstwhile", "Łukasz Dawny"]);
    const refused = made.cv.refused.flatMap((work) =>
      [work.title, work.reason, work.doi, work.arxiv].filter((text) => text !== undefined),
    );
    if (key === "full") expect(refused.length).toBeGreaterThan(3);
    const files = await readdir(made.site, { recursive: true, withFileTypes: true });
    const sources = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async ({ parentPath, name }) => {
          const bytes = await readFile(join(parentPath, name));
          const attached = name.endsWith(".pdf") ? extractAttachments(bytes) : "";
          return { name, text: bytes.toString("utf8") + attached };
        }),
    );
    sources.push({ name: "mail", text: made.mail ?? "" }, { name: "PDF", text: pdfText });
    for (const own of [...silent, ...refused])
      expect(
        sources.filter(({ text }) => text.includes(own)).map(({ name }) => name),
        own,
      ).toEqual([]);
  });

  test("no section is empty", async () => {
    const page = await readPage("cv/index.html");
    const sections = byTag(page, "section");
    expect(sections).toHaveLength(document.sections.length);
    for (const section of sections)
      expect(
        findAll(section, (element) => attribute(element, "class") === "entry").length,
      ).toBeGreaterThan(0);
  });
});
