import type { Recogniser } from "./slip.ts";

/** Spaces that look like one and are none for YAML, and letters of no width. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/u;
const ODD_SPACES = new RegExp(ODD_SPACE, "gu");

/** Where an odd space stands in for the structure: before the text of a line, or around a colon. */
const STRUCTURAL = new RegExp(
  String.raw`^[\s-]*${ODD_SPACE.source}|^\s*(?:- +)*[\w-]+${ODD_SPACE.source}*:${ODD_SPACE.source}|^\s*(?:- +)*[\w-]+${ODD_SPACE.source}+:|^\s*-${ODD_SPACE.source}`,
  "u",
);

const toSpaces = (text: string) =>
  text.replaceAll(ODD_SPACES, (space) => (/[\u200b\u2060\ufeff]/u.test(space) ? "" : " "));

/** No-break and other spaces as they come along from web pages. */
export const oddSpace: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  const head = STRUCTURAL.exec(line)?.[0];
  if (head === undefined) return [];
  return [
    {
      message: "has spaces of another kind (no-break spaces); write ordinary ones",
      paste: `${toSpaces(head)}${line.slice(head.length)}`,
      column: line.search(ODD_SPACE) + 1,
    },
  ];
};

const leadOf = (line: string) => /^[\s-]*/.exec(line)?.[0] ?? "";

/** A tab is as wide as an editor pleases; lines that have one stand together. */
export const tab: Recogniser = (lines, at) => {
  const isTabbed = (line: string | undefined) => line !== undefined && leadOf(line).includes("\t");
  if (!isTabbed(lines[at]) || isTabbed(lines[at - 1])) return [];
  const end = lines.findIndex((line, index) => index > at && !isTabbed(line));
  const block = lines.slice(at, end < 0 ? lines.length : end);
  return ["  ", "    ", "        "].map((width) => ({
    message: "has a tab before its text; write spaces",
    paste: block
      .map((line) => {
        const lead = leadOf(line);
        const spaces = lead.replaceAll(/(?<=-)\t/g, " ").replaceAll("\t", width);
        return `${spaces}${line.slice(lead.length)}`;
      })
      .join("\n"),
    lines: block.length,
    column: (lines[at] ?? "").indexOf("\t") + 1,
  }));
};

/** `name:Ann` */
export const colonWithoutSpace: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  const [, before = "", after = ""] =
    /^(\s*(?:- +)*[A-Za-z]\w*:)(?!\/\/)([^\s].*)$/.exec(line) ?? [];
  if (before === "") return [];
  const message = "has no space after its colon; write one";
  return [{ message, paste: `${before} ${after}`, column: before.length }];
};

/** `name = Ann`, and `name：Ann` with the wide colon of a Chinese or Japanese keyboard. */
export const foreignColon: Recogniser = (lines, at) => {
  const [, key = "", mark = "", value = ""] =
    /^(\s*(?:- +)*[A-Za-z]\w*)\s*([=\uff1a])\s*(.*)$/u.exec(lines[at] ?? "") ?? [];
  if (mark === "") return [];
  const message = `has ${mark} behind its key; write a colon and a space`;
  return [{ message, paste: `${key}: ${value}`.trimEnd(), column: key.length + 1 }];
};

/** `-title: A study` */
export const dashWithoutSpace: Recogniser = (lines, at) => {
  const line = lines[at] ?? "";
  const [, before = "", after = ""] = /^(\s*(?:- +)*-)([^\s-].*)$/.exec(line) ?? [];
  if (before === "") return [];
  const message = "has no space after its dash; write one";
  return [
    { message, paste: `${before} ${after}`, column: before.length },
    { message, paste: `${before.slice(0, -1).replace(/ $/, "")}- ${after}`, column: before.length },
  ];
};
