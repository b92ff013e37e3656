import type { PDFObject } from "mupdf";
import type { InspectedPdf } from "../reading/inspected-pdf.ts";
import { follow, listItems } from "../reading/pdf-path.ts";
import { listContent } from "../reading/structure-tree.ts";

/** Everything painted is tagged or an artifact (ISO 14289-1, 7.1). */
export function checkPainting({ pages }: InspectedPdf): string[] {
  return pages
    .filter(({ unmarked }) => unmarked.length > 0)
    .map(
      ({ number, unmarked }) =>
        `Page ${number} paints ${unmarked.length} times outside of tags and artifacts, first by ${unmarked[0] ?? ""}.`,
    );
}

/** Marks close what they open (ISO 32000-1, 14.6.1). */
export function checkBalance({ pages }: InspectedPdf): string[] {
  return pages
    .filter(({ isBalanced }) => !isBalanced)
    .map(({ number }) => `Page ${number} does not close its marks, or closes more than it opens.`);
}

/** Tagged content and artifacts are not inside one another (ISO 14289-1, 7.1). */
export function checkNesting({ pages }: InspectedPdf): string[] {
  return pages.flatMap(({ number, nested }) =>
    nested.map((tag) => `Page ${number} has the mark ${tag} inside another.`),
  );
}

/** Every mark is content of exactly one element, and every element's content exists. */
export function checkReferences({ pages, elements }: InspectedPdf): string[] {
  const counts = new Map<string, number>();
  for (const { page, mcid } of elements
    .filter(({ parent }) => parent === undefined)
    .flatMap(listContent)) {
    const key = `${page}:${mcid}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const faults = pages.flatMap(({ number, object, marks }) =>
    marks.flatMap(({ mcid }) => {
      const key = `${object}:${mcid ?? ""}`;
      const count = counts.get(key) ?? 0;
      counts.delete(key);
      return mcid === undefined || count === 1
        ? []
        : [`Mark ${mcid} of page ${number} belongs to ${count} elements.`];
    }),
  );
  return [
    ...faults,
    ...[...counts.keys()].map(
      (key) => `The structure names the content ${key}, which no page has.`,
    ),
  ];
}

/** The leaves of a number tree (ISO 32000-1, 7.9.7). */
function readNumberTree(node: PDFObject): Map<number, PDFObject> {
  if (node.isNull()) return new Map();
  const numbers = listItems(node.get("Nums"));
  const own = numbers.flatMap((key, index): [number, PDFObject][] => {
    const value = numbers[index + 1];
    return index % 2 === 0 && value !== undefined ? [[key.asNumber(), value]] : [];
  });
  return new Map([
    ...own,
    ...listItems(node.get("Kids")).flatMap((kid) => [...readNumberTree(kid)]),
  ]);
}

/**
 * From a mark or an annotation, readers find its element by the parent tree (ISO 32000-1,
 * 14.7.4.4).
 */
export function checkParentTree({ catalogue, pages, elements, links }: InspectedPdf): string[] {
  const tree = readNumberTree(catalogue.get("StructTreeRoot", "ParentTree"));
  const owners = new Map<string, number>();
  for (const { kids, object } of elements) {
    for (const kid of kids) {
      if (kid.kind === "content") owners.set(`${kid.page}:${kid.mcid}`, object.asIndirect());
      if (kid.kind === "object") owners.set(`${kid.object}`, object.asIndirect());
    }
  }
  const pageFaults = pages.flatMap(({ number, object, page, marks }) => {
    const parents = tree.get(page.get("StructParents").asNumber());
    return marks
      .filter(
        ({ mcid }) =>
          mcid !== undefined &&
          (parents === undefined ? undefined : follow(parents, mcid ?? 0).asIndirect()) !==
            owners.get(`${object}:${mcid}`),
      )
      .map(
        ({ mcid }) =>
          `The parent tree does not lead from mark ${mcid ?? ""} of page ${number} to its element.`,
      );
  });
  const linkFaults = links
    .filter(
      ({ object }) =>
        object.get("StructParent").isNull() ||
        tree.get(object.get("StructParent").asNumber())?.asIndirect() !==
          owners.get(`${object.asIndirect()}`),
    )
    .map(
      ({ page, address }) =>
        `The parent tree does not lead from the link to ${address} on page ${page.number} to its element.`,
    );
  return [...pageFaults, ...linkFaults];
}
