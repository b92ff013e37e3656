import { type CvDocument, type Entry, plainText, type Span } from "@triptych/view";
import { mm } from "../../src/components/styles.ts";
import type { InspectedPdf } from "../reading/inspected-pdf.ts";
import { readPaintedBoxes } from "../reading/page-layout.ts";
import { flatten } from "../reading/plain.ts";
import { childElements, listElements, type StructureElement } from "../reading/structure-tree.ts";

/** Words and where they lead. */
export interface Target {
  text: string;
  address: string;
}

/** Elements by type, in reading order. */
export function findElements({ elements }: InspectedPdf, type: RegExp): StructureElement[] {
  return elements.filter((element) => type.test(element.type));
}

function entriesOf(document: CvDocument): Entry[] {
  return document.sections.flatMap((section) => section.groups.flatMap((group) => group.entries));
}

const linesOf = (entry: Entry) => entry.lines.map((line) => flatten(plainText(line.spans)));

/** The lines of all entries in the order of the document. */
export function listExpectedLines(document: CvDocument): string[] {
  return entriesOf(document).flatMap(linesOf);
}

/** Number, rail and lines of each entry. */
export function listExpectedEntries(document: CvDocument): string[][] {
  return entriesOf(document).map((entry) => {
    const number = entry.number === undefined ? [] : [String(entry.number)];
    return [...number, ...(entry.rail === "" ? [] : [flatten(entry.rail)]), ...linesOf(entry)];
  });
}

/** The same as the structure tree has it: list items with their labels and bodies. */
export function listStructuredEntries(pdf: InspectedPdf): string[][] {
  return findElements(pdf, /^LI$/).map((item) =>
    listElements(childElements(item))
      .filter(({ type }) => /^(Lbl|P|Span)$/.test(type))
      .map((element) => flatten(pdf.textOf(element))),
  );
}

/** What pages show below their running heads, as programs extract it that know no structure. */
export function readPageText({ document }: InspectedPdf): string {
  const below = readPaintedBoxes(document).filter(({ top }) => top > mm(17));
  return flatten(below.map(({ text }) => text).join("\n"));
}

/** The first part that does not follow on the one before it; undefined where all stand in order. */
export function findMisplaced(text: string, parts: readonly string[]): string | undefined {
  let at = 0;
  return parts.find((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found < 0;
  });
}

/** Neighbours with one address are one link. */
export function joinTargets(targets: readonly Target[]): Target[] {
  const joined: Target[] = [];
  for (const { text, address } of targets) {
    const last = joined.at(-1);
    if (last?.address === address) last.text += text;
    else joined.push({ text, address });
  }
  return joined.map(({ text, address }) => ({ text: flatten(text), address }));
}

/** Where the spans of a document lead, works to their pages of the site. */
export function listExpectedTargets({ header, sections }: CvDocument, site: string): Target[] {
  const lines = sections.flatMap((section) => [
    ...section.intro,
    ...section.groups.flatMap((group) => group.entries.flatMap((entry) => entry.lines)),
  ]);
  const spans: Span[] = [
    ...header.contacts.map(({ span }) => span),
    ...lines.flatMap((line) => line.spans),
  ];
  return spans.flatMap(({ text, href, target }) => {
    const address =
      href ?? (target?.kind === "work" ? `${site}/publications/${target.id}/` : undefined);
    return address === undefined ? [] : [{ text, address }];
  });
}

/** Where the Link elements lead; several addresses of one element are joined by spaces. */
export function listStructuredTargets(pdf: InspectedPdf): Target[] {
  const addresses = new Map(pdf.links.map(({ object, address }) => [object.asIndirect(), address]));
  return findElements(pdf, /^Link$/).map((element) => {
    const own = new Set(
      element.kids.flatMap((kid) =>
        kid.kind === "object" ? [addresses.get(kid.object) ?? ""] : [],
      ),
    );
    return { text: pdf.textOf(element), address: [...own].join(" ") };
  });
}
