import type { PDFObject } from "mupdf";
import { readOperations } from "./content-stream.ts";
import { listItems, listResources } from "./pdf-path.ts";
import { decodeText, parseToUnicode, type TextCode } from "./text-code.ts";

/** A stretch of content between BDC or BMC and EMC. */
export interface Mark {
  tag: string;
  mcid: number | undefined;
  text: string;
}

/** What a page paints, as far as structure is concerned. */
export interface PageContent {
  /** From 1. */
  number: number;
  /** The page's object number, by which the structure tree names it. */
  object: number;
  page: PDFObject;
  marks: Mark[];
  /** Painting operators outside of tagged content and artifacts. */
  unmarked: string[];
  /** Marks of structure or artifacts inside one another. */
  nested: string[];
  isBalanced: boolean;
}

const SHOWING = new Set(["Tj", "TJ", "'", '"']);
const PAINTING = new Set([
  ...SHOWING,
  "f",
  "F",
  "f*",
  "B",
  "B*",
  "b",
  "b*",
  "S",
  "s",
  "sh",
  "Do",
  "EI",
]);
const STRINGS = /<[^<>]*>|\((?:\\[\s\S]|[^\\()])*\)/g;
const ARTIFACT = "Artifact";
/** What it holds is shown in the opposite order of reading (ISO 32000-1, 14.8.2.3.3). */
const REVERSED = "ReversedChars";

/** The content of a page as one stream, one character a byte. */
export function readContents(page: PDFObject): string {
  const contents = page.get("Contents");
  const streams = contents.isArray() ? listItems(contents) : contents.isNull() ? [] : [contents];
  return streams
    .map((stream) => Buffer.from(stream.readStream().asUint8Array()).toString("latin1"))
    .join("\n");
}

/** Puts other content in place of a page's: how tests spoil a page. */
export function writeContents(page: PDFObject, contents: string): void {
  const place = page.get("Contents");
  const [first, ...others] = place.isArray() ? listItems(place) : [place];
  first?.writeStream(Buffer.from(contents, "latin1"));
  for (const other of others) other.writeStream(Buffer.from("\n"));
}

function readCodes(page: PDFObject): Map<string, TextCode> {
  return new Map(
    listResources(page, "Font").map(([name, font]) => {
      const map = font.get("ToUnicode");
      const meanings = map.isNull()
        ? new Map<number, string>()
        : parseToUnicode(map.readStream().asString());
      return [name, { bytes: font.get("Subtype").asName() === "Type0" ? 2 : 1, meanings }];
    }),
  );
}

function mcidOf(properties: string | undefined, page: PDFObject): number | undefined {
  if (properties === undefined) return undefined;
  const written = /\/MCID\s+(\d+)/.exec(properties)?.[1];
  if (written !== undefined) return Number(written);
  const named = listResources(page, "Properties")
    .find(([name]) => `/${name}` === properties)?.[1]
    .get("MCID");
  return named?.isNumber() === true ? named.asNumber() : undefined;
}

/** Reads what a page paints and to which marks it belongs. */
export function readPageContent(page: PDFObject, number: number): PageContent {
  const codes = readCodes(page);
  const content: PageContent = {
    number,
    object: page.asIndirect(),
    page,
    marks: [],
    unmarked: [],
    nested: [],
    isBalanced: true,
  };
  const open: Mark[] = [];
  const isBound = (mark: Mark) => mark.mcid !== undefined || mark.tag === ARTIFACT;
  let code: TextCode | undefined;
  for (const { operator, operands } of readOperations(readContents(page))) {
    if (operator === "BDC" || operator === "BMC") {
      const mark = { tag: (operands[0] ?? "").slice(1), mcid: mcidOf(operands[1], page), text: "" };
      if (isBound(mark) && open.some(isBound)) content.nested.push(mark.tag);
      open.push(mark);
      content.marks.push(mark);
    } else if (operator === "EMC")
      content.isBalanced = open.pop() !== undefined && content.isBalanced;
    else if (operator === "Tf") code = codes.get((operands[0] ?? "").slice(1));
    else if (PAINTING.has(operator)) {
      const owner = open.findLast(isBound);
      if (owner === undefined) content.unmarked.push(operator);
      const known = code;
      if (owner !== undefined && known !== undefined && SHOWING.has(operator)) {
        const shown = (operands.join(" ").match(STRINGS) ?? [])
          .map((token) => decodeText(token, known))
          .join("");
        owner.text += open.some(({ tag }) => tag === REVERSED)
          ? [...shown].toReversed().join("")
          : shown;
      }
    }
  }
  content.isBalanced = content.isBalanced && open.length === 0;
  return content;
}
