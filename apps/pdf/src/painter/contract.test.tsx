import { Document, Font, Page, pdf, Text } from "@react-pdf/renderer";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { loadFaces } from "../fonts/text-faces.ts";
import { listReadingLines } from "./reading-lines.ts";
import { layOut } from "./render-tagged.ts";
import { TaggedDocument } from "./tagged-document.ts";

/**
 * What the painter leans on and no published type promises. Each test says which part of it an
 * upgrade has changed.
 */
const UPGRADED = "was the library upgraded? The painter leans on this.";

const own = createRequire(import.meta.url);

async function versionOf(name: string, from: NodeJS.Require): Promise<unknown> {
  const entry = from.resolve(name);
  const folder = entry.slice(
    0,
    entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}/`.length,
  );
  const manifest: unknown = JSON.parse(await readFile(`${folder}package.json`, "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? manifest.version
    : undefined;
}

test.each(["@react-pdf/layout", "@react-pdf/render", "@react-pdf/font", "pdfkit"])(
  "%s is the one the renderer itself uses",
  async (name) => {
    const renderer = createRequire(own.resolve("@react-pdf/renderer"));
    const version = await versionOf(name, own);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await versionOf(name, renderer), UPGRADED).toBe(version);
  },
);

test("pdfkit has the methods and fields of structure that are called or replaced", () => {
  const methods = [
    "markStructureContent",
    "endMarkedContent",
    "markContent",
    "struct",
    "addStructure",
    "addContent",
    "appendXML",
    "_addInfo",
    "switchToPage",
    "_write",
    "fillColor",
    "fillOpacity",
    "opacity",
    "save",
    "restore",
  ];
  for (const method of methods)
    expect(typeof Reflect.get(PDFDocument.prototype, method), `${method}: ${UPGRADED}`).toBe(
      "function",
    );
});

test("pdfkit's embedded font has the tables that glyphs are written into", async () => {
  const [face] = await loadFaces();
  const info = {
    title: "",
    author: "",
    subject: "",
    keywords: "",
    language: "en",
    creator: "",
    producer: "",
    date: new Date(0),
  };
  const described = { info, describeLink: () => "" };
  const document = new TaggedDocument(described, { archive: false });
  // fontkit's font is no source by pdfkit's types, though it takes it.
  const setFont: unknown = Reflect.get(document, "font");
  if (typeof setFont !== "function") throw new Error(UPGRADED);
  Reflect.apply(setFont, document, [face, 10]);
  const font = document._font;
  expect(Array.isArray(font.widths) && Array.isArray(font.unicode), UPGRADED).toBe(true);
  const first = font.subset.includeGlyph(5);
  delete font.subset.mapping[5];
  expect(font.subset.includeGlyph(5), `a glyph can be written twice: ${UPGRADED}`).toBe(first + 1);
  expect(font.font.unitsPerEm).toBe(1000);
});

test("the layout keeps props and gives lines of runs with levels, fonts and glyphs", async () => {
  await loadFaces();
  const { children } = await layOut(
    <Document>
      <Page style={{ fontFamily: "Serif" }} {...{ experimentalPagination: true }}>
        <Text {...{ tag: "P", sid: "p" }}>Ada Example</Text>
      </Page>
    </Document>,
  );
  const text = children[0]?.children?.[0];
  expect(text, UPGRADED).toMatchObject({
    type: "TEXT",
    props: { tag: "P", sid: "p" },
    box: {
      left: expect.any(Number),
      top: expect.any(Number),
      width: expect.any(Number),
      height: expect.any(Number),
    },
    lines: [
      {
        string: "Ada Example",
        runs: [
          {
            start: 0,
            end: 11,
            attributes: {
              bidiLevel: 0,
              font: [{ fullName: "Source Serif 4 Regular" }],
              fontSize: expect.any(Number),
            },
            positions: expect.arrayContaining([
              {
                xAdvance: expect.any(Number),
                yAdvance: 0,
                xOffset: 0,
                yOffset: 0,
                advanceWidth: undefined,
              },
            ]),
          },
        ],
      },
    ],
  });
});

test.each([120, 140, 160, 180, 200, 220, 240])(
  "spaces of a ragged line %d points wide have their width",
  async (width) => {
    await loadFaces();
    const { children } = await layOut(
      <Document>
        <Page style={{ fontFamily: "Serif", fontSize: 10 }}>
          <Text style={{ width }}>
            {"Lu Yin, Shiwei Liu, Ada Example, Bob Specimen and others, ".repeat(8)}
          </Text>
        </Page>
      </Document>,
    );
    const spaces = listReadingLines(children[0]?.children?.[0] ?? { type: "" }).flatMap((line) =>
      line.runs.flatMap(({ glyphs, positions }) =>
        (positions ?? []).filter((_, index) => glyphs?.[index]?.codePoints[0] === 0x20),
      ),
    );
    expect(spaces.length, UPGRADED).toBeGreaterThan(60);
    expect(Math.min(...spaces.map(({ xAdvance }) => xAdvance))).toBeGreaterThan(1.8);
  },
);

test("an instance tree hangs where the layout is given it, and fonts are kept in one store", () => {
  const { container } = pdf(
    <Document>
      <Page />
    </Document>,
  );
  expect(container, UPGRADED).toMatchObject({
    document: { type: "DOCUMENT", children: [{ type: "PAGE" }] },
  });
  expect(typeof Font.getFont, UPGRADED).toBe("function");
});

test("a glyph that is none is an error", async () => {
  const [face] = await loadFaces();
  if (face === undefined) throw new Error("There is no face.");
  const { layout } = face;
  // A glyph that is none, as if a font had lost one between layout and paint.
  face.layout = (...input) => {
    const shaped = layout(...input);
    return {
      ...shaped,
      glyphs: shaped.glyphs.map((glyph) => ({
        ...glyph,
        id: 0,
        advanceWidth: 500,
        codePoints: glyph.codePoints,
      })),
    };
  };
  try {
    const { renderSample } = await import("../../tests/sample/sample-render.ts");
    const { MINIMAL_RECORD } = await import("../../tests/sample/sample-record.ts");
    await expect(renderSample(MINIMAL_RECORD)).rejects.toThrow("No glyph for");
  } finally {
    face.layout = layout;
  }
});
