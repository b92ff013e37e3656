import type { InspectedPdf, LinkAnnotation } from "../reading/inspected-pdf.ts";
import type { StructureElement } from "../reading/structure-tree.ts";

const bare = (address: string) =>
  address.replace(/^(https?:\/\/(www\.)?|mailto:)/, "").replace(/\/$/, "");

function elementOf(
  { object }: LinkAnnotation,
  elements: readonly StructureElement[],
): StructureElement | undefined {
  const number = object.asIndirect();
  return elements.find(
    ({ type, kids }) =>
      type === "Link" && kids.some((kid) => kid.kind === "object" && kid.object === number),
  );
}

const place = ({ page, address }: LinkAnnotation) =>
  `The link to ${address} on page ${page.number}`;

/** Every link is in the structure as a Link (ISO 14289-1, 7.18.5). */
export function checkLinkElements({ links, elements }: InspectedPdf): string[] {
  return links
    .filter((link) => elementOf(link, elements) === undefined)
    .map((link) => `${place(link)} belongs to no Link element.`);
}

/** Every link says in words where it leads (7.18.5). */
export function checkLinkDescriptions({ links }: InspectedPdf): string[] {
  return links
    .filter(({ contents }) => contents.trim() === "")
    .map((link) => `${place(link)} has no Contents.`);
}

/**
 * Where a link shows words and not its address, its description has words too: an address alone
 * says little. A link over several lines has several annotations, of which one is enough.
 */
export function checkLinkWords({ links, elements, textOf }: InspectedPdf): string[] {
  const annotations = Map.groupBy(links, (link) => elementOf(link, elements));
  return [...annotations].flatMap(([element, [first, ...rest]]) => {
    if (element === undefined || first === undefined) return [];
    const words = textOf(element).trim();
    const isDescribed = [first, ...rest].some(
      ({ contents, address }) => bare(contents) !== bare(address),
    );
    return words === "" || first.address.includes(words) || isDescribed
      ? []
      : [`${place(first)} is described by its address alone.`];
  });
}
