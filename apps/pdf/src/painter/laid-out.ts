import type { StructureProps } from "./structure.ts";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  borderTopWidth?: number;
  borderRightWidth?: number;
  borderBottomWidth?: number;
  borderLeftWidth?: number;
  paddingTop?: number;
  paddingLeft?: number;
}

/**
 * A box as `@react-pdf/layout` leaves it: in points, relative to its parent, the origin at the top
 * left.
 */
export interface LaidOutNode {
  type: string;
  box?: Box;
  style?: Record<string, unknown>;
  props?: StructureProps & { id?: string };
  children?: LaidOutNode[];
  lines?: unknown;
  /** How far lines that are not at the left begin left of their box. */
  alignOffset?: number;
}

export interface LaidOutDocument {
  type: "DOCUMENT";
  children: LaidOutNode[];
}

/**
 * Whether the layout engine returned the shape the painter leans on; an upgrade that changes it
 * must not pass quietly.
 */
export function isLaidOutDocument(value: unknown): value is LaidOutDocument {
  if (
    typeof value !== "object" ||
    value === null ||
    !("type" in value) ||
    value.type !== "DOCUMENT"
  )
    return false;
  if (!("children" in value) || !Array.isArray(value.children)) return false;
  return value.children.every(
    (page: unknown) =>
      typeof page === "object" &&
      page !== null &&
      "type" in page &&
      page.type === "PAGE" &&
      "box" in page,
  );
}
