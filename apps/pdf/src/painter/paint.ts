import type { LaidOutNode } from "./laid-out.ts";
import { isDecorated, paintNode, withoutStructure } from "./paint-node.ts";
import { type OutlinePlace, writeOutline } from "./outline.ts";
import type { StructureProps } from "./structure.ts";
import { listTextRuns } from "./text-run.ts";
import type { TaggedDocument } from "./tagged-document.ts";

type Structure = PDFKit.PDFStructureElement;

/** Points from the page's top left. */
interface Origin {
  left: number;
  top: number;
}

interface Place extends Origin {
  page: number;
  pageWidth: number;
  pageHeight: number;
}

/** Node types that only hold others; everything else but text is drawn as a whole. */
const CONTAINERS = new Set(["VIEW", "LINK"]);

/**
 * Walks laid-out pages and paints each box as content of its structure element, or as an artifact.
 */
export class Painter {
  readonly #document: TaggedDocument;
  readonly #root: Structure;
  /** Elements by `sid`, so that a node split over pages stays one element. */
  readonly #elements = new Map<string, Structure>();
  /** From the document to the element that was begun last. */
  readonly #open: Structure[];
  readonly #places: OutlinePlace[] = [];
  #pages = 0;

  constructor(document: TaggedDocument) {
    this.#document = document;
    this.#root = document.struct("Document");
    document.addStructure(this.#root);
    this.#open = [this.#root];
  }

  /** Paints the next page of the document. */
  paintPage(page: LaidOutNode): void {
    const { width = 0, height = 0 } = page.box ?? {};
    this.#document.addPage({ size: [width, height], margin: 0 });
    const place = { page: this.#pages, left: 0, top: 0, pageWidth: width, pageHeight: height };
    for (const child of page.children ?? []) this.#walk(child, this.#root, "Document", place);
    this.#document.writePage();
    this.#pages += 1;
  }

  /**
   * Paints a box over a page that is painted, such as its running head: nothing that belongs to the
   * text.
   */
  paintOver(box: LaidOutNode, index: number): void {
    this.#document.switchToPage(index);
    this.#paintArtifact(box, "Pagination", { left: 0, top: 0 });
  }

  end(): void {
    writeOutline(this.#document.outline, this.#places);
    this.#root.end();
  }

  #walk(node: LaidOutNode, parent: Structure, parentTag: string, origin: Place): void {
    const place = {
      ...origin,
      left: origin.left + (node.box?.left ?? 0),
      top: origin.top + (node.box?.top ?? 0),
    };
    const props = node.props ?? {};
    if (props.outline !== undefined) this.#places.push({ ...props.outline, ...place });
    if (props.tag === "Figure") return this.#paintFigure(node, props, parent, place);
    const element = this.#elementOf(props, parent);
    const tag = props.tag ?? parentTag;
    if (isDecorated(node) || !(node.type === "TEXT" || CONTAINERS.has(node.type)))
      this.#paintArtifact({ ...node, children: [], lines: undefined }, "Layout", origin);
    if (node.type === "TEXT")
      return this.#document.paintText(listTextRuns(node, origin), element, tag);
    for (const child of node.children ?? []) this.#walk(child, element, tag, place);
  }

  #elementOf({ tag, sid, numbering }: StructureProps, parent: Structure): Structure {
    if (tag === undefined) return parent;
    const known = sid === undefined ? undefined : this.#elements.get(sid);
    if (known !== undefined) return known;
    const element = this.#document.struct(tag);
    if (numbering !== undefined)
      element.dictionary.data["A"] = { O: "List", ListNumbering: numbering };
    this.#begin(element, parent);
    if (sid !== undefined) this.#elements.set(sid, element);
    return element;
  }

  /**
   * Boxes come in the order of reading: what stood before a new element is complete and is written,
   * or everything would be kept to the end.
   */
  #begin(element: Structure, parent: Structure): void {
    while (this.#open.length > 1 && this.#open.at(-1) !== parent) this.#open.pop()?.end();
    parent.add(element);
    this.#open.push(element);
  }

  #paintArtifact(node: LaidOutNode, type: "Layout" | "Pagination", origin: Origin): void {
    this.#document.markContent("Artifact", { type });
    this.#paintAt(node, origin);
    this.#document.endMarkedContent();
  }

  /** Lets react-pdf paint a box into what holds it. */
  #paintAt(node: LaidOutNode, { left, top }: Origin): void {
    this.#document.save();
    this.#document.translate(left, top);
    paintNode(this.#document, withoutStructure(node));
    this.#document.restore();
  }

  /**
   * A picture is one marked content with its description and where it stands (ISO 14289-1, 7.3).
   */
  #paintFigure(node: LaidOutNode, props: StructureProps, parent: Structure, place: Place): void {
    const { width = 0, height = 0 } = node.box ?? {};
    const options = {
      alt: props.alt ?? "",
      bbox: [place.left, place.top, place.left + width, place.top + height],
    };
    const figure = this.#document.struct("Figure", options);
    this.#begin(figure, parent);
    const content = this.#document.markStructureContent("Figure");
    this.#paintAt(node, {
      left: place.left - (node.box?.left ?? 0),
      top: place.top - (node.box?.top ?? 0),
    });
    this.#document.endMarkedContent();
    figure.add(content);
    figure.end();
  }
}
