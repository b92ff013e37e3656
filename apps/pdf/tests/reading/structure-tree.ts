import type { PDFObject } from "mupdf";

/** Content of a page that belongs to an element. */
export interface ContentReference {
  kind: "content";
  /** Object number of the page. */
  page: number;
  mcid: number;
}

/** An object that belongs to an element, such as the annotation of a link. */
export interface ObjectReference {
  kind: "object";
  object: number;
}

/**
 * An element of the structure tree, its type mapped to a standard one where there is a role map.
 */
export interface StructureElement {
  kind: "element";
  type: string;
  object: PDFObject;
  parent: StructureElement | undefined;
  kids: (StructureElement | ContentReference | ObjectReference)[];
}

type Kid = StructureElement["kids"][number];

/** Deeper trees are broken: they would loop. */
const DEPTH = 100;

function standardType(root: PDFObject, type: string): string {
  let name = type;
  for (let step = 0; step < DEPTH; step += 1) {
    const mapped = root.get("RoleMap", name);
    if (!mapped.isName()) return name;
    name = mapped.asName();
  }
  return name;
}

/**
 * Reads the tree under the catalogue's StructTreeRoot (ISO 32000-1, 14.7.2); empty where it is
 * null.
 */
export function readStructure(root: PDFObject): StructureElement[] {
  const readKids = (
    kids: PDFObject,
    page: number,
    parent: StructureElement | undefined,
    depth: number,
  ): Kid[] => {
    if (kids.isNull() || depth > DEPTH) return [];
    if (kids.isArray())
      return Array.from({ length: kids.length }, (_, index) =>
        readKids(kids.get(index), page, parent, depth + 1),
      ).flat();
    if (kids.isNumber()) return [{ kind: "content", page, mcid: kids.asNumber() }];
    const ownPage = kids.get("Pg").isNull() ? page : kids.get("Pg").asIndirect();
    const kind = kids.get("Type").asName();
    if (kind === "MCR")
      return [{ kind: "content", page: ownPage, mcid: kids.get("MCID").asNumber() }];
    if (kind === "OBJR") return [{ kind: "object", object: kids.get("Obj").asIndirect() }];
    const element: StructureElement = {
      kind: "element",
      type: standardType(root, kids.get("S").asName()),
      object: kids,
      parent,
      kids: [],
    };
    element.kids = readKids(kids.get("K"), ownPage, element, depth + 1);
    return [element];
  };
  return root.isNull()
    ? []
    : readKids(root.get("K"), 0, undefined, 0).filter((kid) => kid.kind === "element");
}

/** The elements directly below. */
export function childElements(element: StructureElement): StructureElement[] {
  return element.kids.filter((kid) => kid.kind === "element");
}

/** All elements in reading order, each before what it holds. */
export function listElements(elements: readonly StructureElement[]): StructureElement[] {
  return elements.flatMap((element) => [element, ...listElements(childElements(element))]);
}

/** All content below an element in reading order. */
export function listContent(element: StructureElement): ContentReference[] {
  return element.kids.flatMap((kid) =>
    kid.kind === "element" ? listContent(kid) : kid.kind === "content" ? [kid] : [],
  );
}
