import type { PDFDocument, Rect } from "mupdf";

/** Points from the page's top left corner. */
export interface PaintedBox {
  kind: "line" | "vector";
  /** From 1. */
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  text: string;
}

/** Parts of the text size that letters take above and below the line on which they stand. */
const ABOVE = 0.62;
const BELOW = 0.05;
/**
 * A wider gap, as a multiple of the text size, is no space: mupdf takes a date in the rail and
 * right-to-left text beside it for one line.
 */
const GAP = 2;

const emptyLine = (page: number): PaintedBox => ({
  kind: "line",
  page,
  left: Infinity,
  top: Infinity,
  right: -Infinity,
  bottom: -Infinity,
  text: "",
});

/**
 * Every line of text and every drawing of a document, where it is painted. Spaces at the ends of
 * lines do not count.
 */
export function readPaintedBoxes(document: PDFDocument): PaintedBox[] {
  const boxes: PaintedBox[] = [];
  for (let page = 1; page <= document.countPages(); page += 1) {
    let line: PaintedBox | undefined;
    const keepLine = () => {
      if (line !== undefined && line.text.trim() !== "") boxes.push(line);
    };
    document
      .loadPage(page - 1)
      .toStructuredText("preserve-whitespace,vectors")
      .walk({
        beginLine() {
          line = emptyLine(page);
        },
        onChar(character, [, baseline], _font, size, [left, , right]) {
          if (line === undefined) return;
          if (
            character.trim() !== "" &&
            Math.max(left - line.right, line.left - right) > size * GAP &&
            line.right > line.left
          ) {
            keepLine();
            line = emptyLine(page);
          }
          line.text += character;
          if (character.trim() === "") return;
          line.left = Math.min(line.left, left);
          line.right = Math.max(line.right, right);
          line.top = Math.min(line.top, baseline - size * ABOVE);
          line.bottom = Math.max(line.bottom, baseline + size * BELOW);
        },
        endLine() {
          keepLine();
          line = undefined;
        },
        onVector([left, top, right, bottom]: Rect) {
          if (right >= left && bottom >= top)
            boxes.push({ kind: "vector", page, left, top, right, bottom, text: "" });
        },
      });
  }
  return boxes;
}

/**
 * Where a letter stands: its line, its size, and the page from 1; in points from the page's top.
 */
export interface StandingLetter {
  page: number;
  baseline: number;
  size: number;
  letter: string;
}

/** Every letter of a document. */
export function readStandingLetters(document: PDFDocument): StandingLetter[] {
  const letters: StandingLetter[] = [];
  for (let page = 1; page <= document.countPages(); page += 1)
    document
      .loadPage(page - 1)
      .toStructuredText("preserve-whitespace")
      .walk({
        onChar: (letter, [, baseline], _font, size) =>
          void letters.push({ page, baseline, size, letter }),
      });
  return letters;
}

/** Boxes that leave the frame, half a point allowed. */
export function findOutside(
  boxes: readonly PaintedBox[],
  frame: { left: number; top: number; right: number; bottom: number },
): PaintedBox[] {
  const slack = 0.5;
  return boxes.filter(
    (box) =>
      box.left < frame.left - slack ||
      box.right > frame.right + slack ||
      box.top < frame.top - slack ||
      box.bottom > frame.bottom + slack,
  );
}

/** Pairs of text lines that are painted over one another, half a point allowed. */
export function findOverlaps(boxes: readonly PaintedBox[]): [PaintedBox, PaintedBox][] {
  const slack = 0.5;
  const lines = boxes.filter(({ kind }) => kind === "line");
  return lines.flatMap((a, index) =>
    lines
      .slice(index + 1)
      .filter(
        (b) =>
          a.page === b.page &&
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack,
      )
      .map((b): [PaintedBox, PaintedBox] => [a, b]),
  );
}
