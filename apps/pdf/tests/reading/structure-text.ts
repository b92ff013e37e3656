import { flatten } from "./plain.ts";
import type { InspectedPdf } from "./inspected-pdf.ts";
import { childElements, type StructureElement } from "./structure-tree.ts";

const LENGTH = 28;

function shorten(text: string): string {
  const characters = [...flatten(text)];
  return characters.length <= LENGTH
    ? characters.join("")
    : `${characters.slice(0, LENGTH).join("")}…`;
}

/** `P "What it begins with"`, with the pages it stands on where these are several. */
function nameElement(pdf: InspectedPdf, element: StructureElement): string {
  const kids = childElements(element);
  const ownText = kids.every(({ type }) => type === "Link")
    ? ` "${shorten(pdf.textOf(element))}"`
    : "";
  return `${element.type}${element.type === "Figure" ? "" : ownText}`;
}

/** One list item on one line. */
function inLine(pdf: InspectedPdf, element: StructureElement): string {
  const kids = childElements(element).filter(({ type }) => type !== "Link");
  const name = nameElement(pdf, element);
  return kids.length === 0 ? name : `${name}(${kids.map((kid) => inLine(pdf, kid)).join(", ")})`;
}

function inLines(pdf: InspectedPdf, element: StructureElement, depth: number): string[] {
  const indent = "  ".repeat(depth);
  if (element.type === "LI") return [indent + inLine(pdf, element)];
  const below = childElements(element).filter(({ type }) => type !== "Link");
  return [
    indent + nameElement(pdf, element),
    ...below.flatMap((kid) => inLines(pdf, kid, depth + 1)),
  ];
}

/**
 * The structure tree as text that can be read and compared: an element a line, a list item with all
 * of its own on one line.
 */
export function writeStructureText(pdf: InspectedPdf): string {
  const [root] = pdf.elements;
  return root === undefined ? "" : `${inLines(pdf, root, 0).join("\n")}\n`;
}
