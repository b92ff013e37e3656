import type { InspectedPdf } from "../reading/inspected-pdf.ts";
import { follow, listItems } from "../reading/pdf-path.ts";
import { childElements, listElements, type StructureElement } from "../reading/structure-tree.ts";

/** Standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split(
    " ",
  ),
);
const HEADING = /^H([1-6])$/;

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * There is a structure tree with a Document at its root that holds something (ISO 14289-1, 7.1).
 */
export function checkTree({ elements }: InspectedPdf): string[] {
  const roots = elements.filter(({ parent }) => parent === undefined);
  return roots.length === 1 && roots[0]?.type === "Document" && roots[0].kids.length > 0
    ? []
    : ["The structure is no tree with one filled Document at its root."];
}

/** Every type is a standard one or mapped to one (7.1). */
export function checkTypes({ elements }: InspectedPdf): string[] {
  return [...new Set(elements.map(({ type }) => type))]
    .filter((type) => !STANDARD.has(type))
    .map((type) => `${type} is no standard structure type.`);
}

/** Headings go down one step at a time (7.4.2). */
export function checkHeadingOrder({ elements, textOf }: InspectedPdf): string[] {
  let level = 0;
  return elements.flatMap((element) => {
    const next = Number(HEADING.exec(element.type)?.[1] ?? 0);
    if (next === 0) return [];
    const jumps = next > level + 1;
    const message = `The heading “${shorten(textOf(element))}” is H${next} after H${level}.`;
    level = next;
    return jumps ? [message] : [];
  });
}

/** A CV has one name: H1 stands exactly once. */
export function checkMainHeading({ elements }: InspectedPdf): string[] {
  const count = elements.filter(({ type }) => type === "H1").length;
  return count === 1 ? [] : [`There are ${count} H1.`];
}

/** Every section says what it is. */
export function checkSections({ elements, textOf }: InspectedPdf): string[] {
  return elements
    .filter(({ type }) => type === "Sect")
    .filter(
      (section) =>
        !listElements(childElements(section)).some(
          (element) => HEADING.test(element.type) && textOf(element).trim() !== "",
        ),
    )
    .map((section) => `The section “${shorten(textOf(section))}” has no heading.`);
}

/** Elements that say nothing are left out; a link's or a figure's content is more than text. */
export function checkEmptiness({ elements, textOf }: InspectedPdf): string[] {
  return elements
    .filter(
      (element) =>
        /^(H[1-6]|P|Lbl|LBody|LI|L)$/.test(element.type) && textOf(element).trim() === "",
    )
    .map(({ type }) => `There is an empty ${type}.`);
}

function nestingFault({ type, parent, kids }: StructureElement): string | undefined {
  const above = parent?.type ?? "nothing";
  if (type === "LI" && above !== "L") return `LI stands in ${above}, not in L.`;
  if ((type === "LBody" || type === "Lbl") && above !== "LI")
    return `${type} stands in ${above}, not in LI.`;
  if (type !== "L" && type !== "LI") return undefined;
  const allowed = type === "L" ? ["LI", "L", "Caption"] : ["Lbl", "LBody"];
  const stranger = kids.find((kid) => kid.kind !== "element" || !allowed.includes(kid.type));
  return stranger === undefined
    ? undefined
    : `${type} holds ${stranger.kind === "element" ? stranger.type : "bare content"}.`;
}

/** Lists hold items, items hold labels and bodies (ISO 14289-1, 7.6; ISO 32000-1, table 336). */
export function checkLists({ elements }: InspectedPdf): string[] {
  return elements.flatMap((element) => nestingFault(element) ?? []);
}

/** A list with labels says how they are numbered (ISO 14289-2, 8.2.5.25). */
export function checkNumbering({ elements }: InspectedPdf): string[] {
  return elements
    .filter(({ type }) => type === "Lbl")
    .map(({ parent }) => parent?.parent)
    .filter((list) => list === undefined || follow(list.object, "A", "ListNumbering").isNull())
    .map(() => "A label stands in a list that does not say how it is numbered.");
}

/** Figures are described in words (ISO 14289-1, 7.3). */
export function checkFigureDescriptions({ elements }: InspectedPdf): string[] {
  return elements
    .filter(({ type, object }) => type === "Figure" && object.get("Alt").asString() === "")
    .map(() => "A figure has no Alt.");
}

/** Figures say where they stand: a rectangle on the page (ISO 32000-1, 14.8.5.4.3). */
export function checkFigureBoxes({ elements }: InspectedPdf): string[] {
  return elements
    .filter(({ type }) => type === "Figure")
    .filter(({ object }) => {
      const written = object.get("A");
      const attributes = written.isArray() ? listItems(written) : [written];
      const box = attributes
        .map((attribute) => follow(attribute, "BBox"))
        .find((value) => value.isArray());
      const [left = 0, bottom = 0, right = 0, top = 0] =
        box === undefined ? [] : listItems(box).map((side) => side.asNumber());
      return !(right > left && top > bottom);
    })
    .map(() => "A figure has no BBox with an area.");
}
