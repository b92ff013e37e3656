import { SHEETS } from "../src/components/paper.ts";
import { Cv } from "@triptych/schema";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPdf } from "./rules/check-pdf.ts";
import {
  findElements,
  findMisplaced,
  joinTargets,
  listExpectedEntries,
  listExpectedLines,
  listExpectedTargets,
  listStructuredEntries,
  listStructuredTargets,
  readPageText,
} from "./sample/cv-agreement.ts";
import { listFonts } from "./rules/font-rules.ts";
import { type InspectedPdf, readAttachments } from "./reading/inspected-pdf.ts";
import { documentRecord, fullVariant, plainText } from "@triptych/view";
import { language } from "../src/words.ts";
import {
  findOutside,
  findOverlaps,
  readPaintedBoxes,
  readStandingLetters,
  type StandingLetter,
} from "./reading/page-layout.ts";
import { flatten } from "./reading/plain.ts";
import {
  CONTENT,
  frameOf,
  loadRecord,
  type Rendered,
  renderSample,
  SITE,
} from "./sample/sample-render.ts";
import { listContent, type StructureElement } from "./reading/structure-tree.ts";
import { documentDate } from "../src/document/document-date.ts";
import { LINE, MARGIN, mm, TEXT_SIZE } from "../src/components/styles.ts";

const APP = fileURLToPath(new URL("..", import.meta.url));
const STATE = join(APP, "../../.triptych/test");
const run = promisify(execFile);

/**
 * Where the first line of running text of a page stands; 1.036 is the ascent of Source Serif 4 in
 * parts of the size.
 */
const FIRST_BASELINE = MARGIN.top + 1.036 * TEXT_SIZE;

const pageOf = ({ pages }: InspectedPdf, element: StructureElement) =>
  pages.findIndex((page) => page.object === listContent(element)[0]?.page);

describe.each(["a4", "letter"] as const)("the record on %s", (paper) => {
  let made: Rendered;

  beforeAll(async () => {
    made = await renderSample(await loadRecord(), { paper });
  });

  test("keeps to every rule", () => {
    expect(checkPdf(made.pdf)).toEqual([]);
  });

  test("tells every entry word by word and in order, by its structure and on its pages", () => {
    expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
    expect(
      findMisplaced(readPageText(made.inspected), listExpectedLines(made.document)),
    ).toBeUndefined();
  });

  test("stays between the margins and paints nothing over", () => {
    const boxes = readPaintedBoxes(made.inspected.document);
    expect(boxes.length).toBeGreaterThan(300);
    expect(findOutside(boxes, frameOf(paper))).toEqual([]);
    expect(findOverlaps(boxes)).toEqual([]);
  });

  test("stands on one grid of half lines, on all pages", () => {
    const small = readStandingLetters(made.inspected.document).filter(
      ({ size, baseline }) => size < 10 && baseline > MARGIN.top && size > 8,
    );
    expect(small.length).toBeGreaterThan(10_000);
    const rest = ({ baseline }: StandingLetter) =>
      ((baseline - FIRST_BASELINE + LINE / 4) % (LINE / 2)) - LINE / 4;
    expect(small.filter((letter) => Math.abs(rest(letter)) > 0.3)).toEqual([]);
  });

  test("begins with the name, the roles and the contacts", () => {
    const { name, roles, contacts } = made.document.header;
    const texts = findElements(made.inspected, /^(H1|P)$/)
      .slice(0, roles.length + 2)
      .map((element) => flatten(made.inspected.textOf(element)));
    expect(texts).toEqual([
      name,
      ...roles.map((spans) => flatten(plainText(spans))),
      flatten(contacts.map(({ span }) => span.text).join("  ·  ")),
    ]);
  });

  test("describes its chart in words", () => {
    const [figure] = findElements(made.inspected, /^Figure$/);
    expect(figure?.object.get("Alt").asString()).toMatch(/^61 papers by year\. .*\d/);
  });

  test("has the sections and groups as headings, and an outline that leads to them", () => {
    const titles = made.document.sections.flatMap((section) => [
      section.title,
      ...section.groups.map(({ title }) => title).filter((title) => title !== ""),
    ]);
    const headings = findElements(made.inspected, /^H[23]$/).map((heading) => ({
      title: flatten(made.inspected.textOf(heading)),
      page: pageOf(made.inspected, heading),
    }));
    expect(headings.map(({ title }) => title)).toEqual(titles);
    const items = (made.inspected.document.loadOutline() ?? []).flatMap((item) => [
      item,
      ...(item.down ?? []),
    ]);
    expect(items.map(({ title, page }) => ({ title, page }))).toEqual(headings);
  });

  test("leads where the document leads", () => {
    const expected = joinTargets(listExpectedTargets(made.document, SITE));
    expect(expected.length).toBeGreaterThan(50);
    expect(joinTargets(listStructuredTargets(made.inspected))).toEqual(expected);
  });

  test("leaves no heading alone at the foot of a page", () => {
    const elements = findElements(made.inspected, /^(H[23]|P|Span|Lbl)$/);
    const alone = elements.filter((element, index) => {
      const next = elements[index + 1];
      return (
        element.type.startsWith("H") &&
        next !== undefined &&
        pageOf(made.inspected, next) !== pageOf(made.inspected, element)
      );
    });
    expect(alone.map(made.inspected.textOf)).toEqual([]);
  });
});

describe("the document", () => {
  let made: Rendered;
  let folder: string;

  beforeAll(async () => {
    made = await renderSample(await loadRecord());
    await mkdir(STATE, { recursive: true });
    folder = await mkdtemp(join(STATE, "pdf-"));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("says who it is about and what it is", () => {
    const { header, title } = made.document;
    const info = made.inspected.document.getTrailer().get("Info");
    const read = Object.fromEntries(
      ["Title", "Author", "Subject", "ModDate"].map((key) => [key, info.get(key).asString()]),
    );
    const date = documentDate(made.cv, undefined)
      ?.toISOString()
      .slice(0, 19)
      .replaceAll(/[-T:]/g, "");
    expect(read).toEqual({
      Title: `${title}, ${header.name}`,
      Author: header.name,
      Subject: title,
      ModDate: `D:${date}Z`,
    });
    expect(made.inspected.catalogue.get("Lang").asString()).toBe("en");
  });

  test("carries the record of what it shows", () => {
    const files = readAttachments(made.inspected);
    expect(Object.keys(files)).toEqual(["cv.json"]);
    const carried: unknown = JSON.parse(files["cv.json"] ?? "null");
    expect(carried).toEqual(documentRecord(made.cv, fullVariant(language)));
    expect(Cv.parse(carried)).toEqual(carried);
  });

  test("embeds its six faces once each, and no other font", () => {
    const fonts = listFonts(made.inspected).map(
      ({ name, font }) => `${name.replace(/^[A-Z]{6}\+/, "")} ${font.get("Subtype").asName()}`,
    );
    const faces = [
      "SourceSans3-Regular",
      "SourceSans3-SemiBold",
      "SourceSerif4-Light",
      "SourceSerif4-Medium",
      "SourceSerif4-Regular",
      "SourceSerif4-SemiBold",
    ];
    expect(fonts.toSorted()).toEqual(faces.map((face) => `${face} Type0`));
  });

  test("has the same bytes from one process and another, whatever their zone and language", async () => {
    const surroundings = [
      { TZ: "UTC", LANG: "C" },
      { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" },
    ];
    const { SOURCE_DATE_EPOCH: _epoch, TRIPTYCH_RECORD: _record, ...rest } = process.env;
    const copies = await Promise.all(
      surroundings.map(async (surrounding, index) => {
        const out = join(folder, `${index}.pdf`);
        const input = ["--import", "../../scripts/jsx.mjs", "src/main.ts", "--out", out];
        await run(process.execPath, input, {
          cwd: APP,
          env: { ...rest, ...surrounding, CV_DIR: CONTENT, SITE_URL: SITE },
        });
        return readFile(out);
      }),
    );
    for (const copy of copies) expect(copy.equals(made.pdf)).toBe(true);
  });

  describe("as other programs read it, where they are installed", () => {
    /** What a program prints; undefined where it is not installed. */
    const ask = async (program: string, ...input: string[]): Promise<string | undefined> => {
      const file = join(folder, "asked.pdf");
      await writeFile(file, made.pdf);
      try {
        return (
          await run(program, [...input, file, ...(program === "pdftotext" ? ["-"] : [])], {
            maxBuffer: 1 << 26,
          })
        ).stdout;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    };

    test("is tagged", async () => {
      expect((await ask("pdfinfo")) ?? "Tagged: yes").toMatch(/Tagged: +yes/);
    });

    test("has no faults", async () => {
      const clean = "No syntax or stream encoding errors";
      expect((await ask("qpdf", "--check")) ?? clean).toContain(clean);
    });

    test("has every line in order", async () => {
      const [width, height] = SHEETS.a4;
      const top = Math.round(mm(17));
      const text = await ask(
        "pdftotext",
        "-enc",
        "UTF-8",
        "-x",
        "0",
        "-y",
        `${top}`,
        "-W",
        `${Math.ceil(width)}`,
        "-H",
        `${Math.ceil(height) - top}`,
      );
      expect(
        text === undefined
          ? undefined
          : findMisplaced(flatten(text), listExpectedLines(made.document)),
      ).toBeUndefined();
    });
  });
});
