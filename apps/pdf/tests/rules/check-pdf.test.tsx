import { Document, Link, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { PDFDocument, type PDFObject } from "mupdf";
import { beforeAll, describe, expect, test } from "vitest";
import { checkPdf, RULES } from "./check-pdf.ts";
import { readContents, writeContents } from "../reading/page-content.ts";
import { listResources } from "../reading/pdf-path.ts";
import { SMALL_RECORD } from "../sample/sample-record.ts";
import { renderSample } from "../sample/sample-render.ts";
import { listElements, readStructure } from "../reading/structure-tree.ts";

const catalogueOf = (document: PDFDocument) => document.getTrailer().get("Root");

/** The nth element of a type. */
function elementOf(document: PDFDocument, type: string, at = 0): PDFObject {
  const found = listElements(readStructure(catalogueOf(document).get("StructTreeRoot"))).filter(
    (element) => element.type === type,
  )[at];
  if (found === undefined) throw new Error(`The sample has no ${type} ${at}.`);
  return found.object;
}

function firstLink(document: PDFDocument): PDFObject {
  return document.findPage(0).get("Annots", 0);
}

/** The link whose words are not part of its address. */
function wordyLink(document: PDFDocument): PDFObject {
  return document.findPage(0).get("Annots", 1);
}

function rewriteContents(document: PDFDocument, edit: (source: string) => string): void {
  const page = document.findPage(0);
  const before = readContents(page);
  const after = edit(before);
  if (after === before) throw new Error("The edit changes nothing.");
  writeContents(page, after);
}

function rewriteMetadata(document: PDFDocument, from: string, to: string): void {
  const metadata = catalogueOf(document).get("Metadata");
  const before = metadata.readStream().asString();
  if (!before.includes(from)) throw new Error(`The metadata has no ${from}.`);
  metadata.writeStream(before.replaceAll(from, to));
}

function firstFont(document: PDFDocument): PDFObject {
  const font = listResources(document.findPage(0), "Font")[0]?.[1];
  if (font === undefined) throw new Error("The sample has no font.");
  return font;
}

/** For each rule, what breaks it. */
const SPOILERS: Record<keyof typeof RULES, (document: PDFDocument) => void> = {
  marked: (document) => catalogueOf(document).delete("MarkInfo"),
  suspects: (document) => catalogueOf(document).get("MarkInfo").put("Suspects", true),
  language: (document) => catalogueOf(document).delete("Lang"),
  "title-display": (document) => catalogueOf(document).delete("ViewerPreferences"),
  outline: (document) => catalogueOf(document).delete("Outlines"),
  "tab-order": (document) => document.findPage(0).delete("Tabs"),
  attachments: (document) =>
    Object.values(document.getEmbeddedFiles())[0]?.delete("AFRelationship"),
  metadata: (document) => rewriteMetadata(document, "&amp;", "&"),
  identification: (document) => rewriteMetadata(document, "<pdfuaid:part>1</pdfuaid:part>", ""),
  archive: (document) =>
    rewriteMetadata(document, "<pdfaid:conformance>A", "<pdfaid:conformance>B"),
  title: (document) => rewriteMetadata(document, "dc:title>", "dc:titel>"),
  "modification-date": (document) =>
    document.getTrailer().get("Info").put("ModDate", document.newString("some day")),
  "info-agreement": (document) =>
    document.getTrailer().get("Info").put("Author", document.newString("Someone Else")),
  painting: (document) => rewriteContents(document, (source) => `${source}\n0 0 10 10 re f`),
  balance: (document) => rewriteContents(document, (source) => `${source}\nEMC`),
  nesting: (document) =>
    rewriteContents(document, (source) =>
      source.replace(/\/H1 <<\s*\/MCID 0\s*>> BDC/, "/Artifact BMC $& EMC"),
    ),
  references: (document) =>
    rewriteContents(document, (source) => source.replace(/\/MCID 0\b/, "/MCID 9999")),
  "parent-tree": (document) => document.findPage(0).put("StructParents", 9999),
  tree: (document) => catalogueOf(document).delete("StructTreeRoot"),
  types: (document) => elementOf(document, "P").put("S", document.newName("Paragraph")),
  "heading-order": (document) => elementOf(document, "H2").put("S", document.newName("H4")),
  "main-heading": (document) => elementOf(document, "H2").put("S", document.newName("H1")),
  sections: (document) => elementOf(document, "H2").put("S", document.newName("P")),
  emptiness: (document) => elementOf(document, "Lbl").delete("K"),
  lists: (document) => elementOf(document, "L").put("S", document.newName("Div")),
  numbering: (document) => elementOf(document, "Lbl").get("P", "P").delete("A"),
  "figure-descriptions": (document) => elementOf(document, "Figure").delete("Alt"),
  "figure-boxes": (document) => elementOf(document, "Figure").delete("A"),
  "link-elements": (document) => elementOf(document, "Link").put("S", document.newName("Span")),
  "link-descriptions": (document) => firstLink(document).delete("Contents"),
  "link-words": (document) =>
    wordyLink(document).put("Contents", document.newString("github.com/ada-example")),
  embedding: (document) =>
    firstFont(document).get("DescendantFonts", 0, "FontDescriptor").delete("FontFile2"),
  unicode: (document) => firstFont(document).delete("ToUnicode"),
  meanings: (document) =>
    rewriteContents(document, (source) => source.replace(/\[<0001/, "[<ffff0001")),
};

describe("a CV", () => {
  let sample: Buffer;

  beforeAll(async () => {
    sample = (await renderSample(SMALL_RECORD)).pdf;
  });

  test("keeps to every rule", () => {
    expect(checkPdf(sample)).toEqual([]);
  });

  test.each(Object.entries(SPOILERS))("without %s is noticed", (rule, spoil) => {
    const document = new PDFDocument(sample);
    spoil(document);
    const violations = checkPdf(document.saveToBuffer("").asUint8Array());
    expect(violations.map((violation) => violation.split(": ")[0])).toContain(rule);
  });
});

test("what react-pdf writes by itself does not pass", async () => {
  const plain = await renderToBuffer(
    <Document>
      <Page>
        <Text>
          Ada Example, <Link src="https://example.org">a page</Link>
        </Text>
      </Page>
    </Document>,
  );
  const rules = new Set(checkPdf(plain).map((violation) => violation.split(": ")[0]));
  expect([...rules]).toEqual(
    expect.arrayContaining([
      "marked",
      "tab-order",
      "metadata",
      "identification",
      "painting",
      "tree",
      "main-heading",
      "link-elements",
      "link-descriptions",
      "embedding",
    ]),
  );
});
