declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      /** pdfkit's own, which its types leave out. */
      dictionary: { data: Record<string, unknown> };
    }
  }
}

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a CV needs. */
export type StructureTag =
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "Sect"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Span"
  | "Figure";

/** An entry of the outline, at the place of the node that carries it. */
export interface OutlineMark {
  title: string;
  level: 1 | 2;
}

/**
 * What the painter reads from a node's props. `sid` keeps one structure element over page breaks:
 * react-pdf splits a node into several boxes, and all boxes with one `sid` are one element.
 */
export interface StructureProps {
  tag?: StructureTag;
  sid?: string;
  alt?: string;
  /** Of a list whose entries have numbers (ISO 14289-2, 8.2.5.25). */
  numbering?: "Decimal";
  outline?: OutlineMark;
}

/** Props that carry structure through react-pdf's layout, which keeps what it does not know. */
export function structure(
  tag: StructureTag,
  sid: string,
  rest: Omit<StructureProps, "tag" | "sid"> = {},
): StructureProps {
  return { tag, sid, ...rest };
}
