import type { Page } from "playwright-core";

/**
 * Where a page, as it is drawn, leaves the order of reading: in a line, each text stands to the
 * right of the one before it, and a text from right to left runs to the left. Texts are told apart
 * by elements; those that are not shown do not count.
 * @returns the two neighbours, or the text, of each such place
 */
export function listDisorder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const RIGHT_TO_LEFT = /^[^\p{L}\u2068]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
    const boxes = (node: Node, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()].filter(({ width }) => width > 0);
    };
    const blockOf = (node: Node) => {
      let element = node.parentElement;
      while (element !== null && getComputedStyle(element).display.startsWith("inline"))
        element = element.parentElement;
      return element;
    };
    const faults: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let before: { node: Node; end: DOMRect } | undefined;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? "";
      const own = boxes(node, 0, text.length);
      const [first, end] = [own[0], own.at(-1)];
      if (first === undefined || end === undefined || text.trim() === "") continue;
      if (node.parentElement?.closest("svg, select, .hidden, .citation, pre") !== null) continue;
      const isDisordered =
        before !== undefined &&
        blockOf(before.node) === blockOf(node) &&
        Math.abs(before.end.top + before.end.bottom - first.top - first.bottom) < 12 &&
        first.left < before.end.right - 1;
      if (isDisordered) faults.push(`${before?.node.nodeValue ?? ""} | ${text}`);
      const letters = text.trimEnd();
      const [start] = boxes(
        node,
        text.length - text.trimStart().length,
        text.length - text.trimStart().length + 1,
      );
      const [tail] = boxes(node, letters.length - 1, letters.length);
      const isOneLine =
        own.length === 1 && start !== undefined && tail !== undefined && letters.length > 1;
      if (isOneLine && RIGHT_TO_LEFT.test(text) && tail.left > start.left) faults.push(text);
      before = { node, end };
    }
    return faults;
  });
}
