import { indentOf, isBlank } from "./line-parts.ts";
import type { Recogniser } from "./slip.ts";

/** `– name: Ann`, `• name: Ann`: dashes and dots of a word processor in front of an entry. */
export const foreignDash: Recogniser = (lines, at) => {
  const [, indent = "", mark = "", rest = ""] =
    /^(\s*)([‐‑–—−•·◦▪*+])\s+(.+)$/u.exec(lines[at] ?? "") ?? [];
  if (mark === "") return [];
  const message = `begins with ${mark}; an entry of a list begins with a hyphen and a space`;
  return [{ message, paste: `${indent}- ${rest}`, column: indent.length + 1 }];
};

/** Lines of Markdown and HTML that came along when the text was copied. */
export const foreignLine: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  const comment = /^(\s*)<!--\s*(.*?)\s*-->\s*$/.exec(line);
  if (comment !== null) {
    const message = "is a comment of HTML; here one begins with #";
    return [{ message, paste: `${comment[1] ?? ""}# ${comment[2] ?? ""}` }];
  }
  if (!/^\s*(?:```|~~~)/.test(line)) return [];
  return [{ message: "is a line of Markdown and not of the record; remove it", paste: "" }];
};

/** `title: >` with lines below that do not stand further in than it. */
export const shallowBlock: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  const mark = /:\s+([|>])[-+\d]*\s*$/.exec(line)?.[1];
  if (mark === undefined) return [];
  const rest = lines.slice(at + 1);
  const length = rest.findIndex((next) => /^\s*(?:-\s|[\w-]+:(?:\s|$))/.test(next));
  const block = rest.slice(0, length < 0 ? rest.length : length);
  while (isBlank(block.at(-1) ?? "x")) block.pop();
  if (block.length === 0) return [];
  const inner = " ".repeat(indentOf(line.replace(/^(\s*)-/, "$1 ")) + 2);
  const message = `announces a text with ${mark}; its lines begin two spaces further in`;
  return [
    {
      message,
      paste: [line, ...block.map((next) => `${inner}${next.trim()}`)].join("\n"),
      lines: block.length + 1,
      column: line.lastIndexOf(mark) + 1,
    },
  ];
};
