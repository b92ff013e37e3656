import { Parser } from "htmlparser2";

const NAMES =
  "(?:jats:|mml:)?(?:i|b|em|strong|u|p|sup|sub|sc|scp|span|italic|bold|title|sec|math|mrow|mi|mo|mn|msup|msub|inline-formula|tex-math|br)";
const TAG = new RegExp(String.raw`</?${NAMES}(?:\s[^<>]*)?/?>`, "gi");
/** Both ends of an element. */
const ELEMENT = new RegExp(String.raw`<(${NAMES})>([^<>]*)</\1>`, "gi");
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

function decode(entity: string): string {
  let text = "";
  const parser = new Parser({ ontext: (piece) => (text += piece) }, { decodeEntities: true });
  parser.end(entity);
  return text;
}

/**
 * Text with the entities of HTML as the characters they stand for, such as `&amp;` and `&#x2013;`.
 * Some programs write them twice.
 */
export const readEntities = (text: string): string =>
  text.includes("&") ? text.replaceAll("&amp;", "&").replaceAll(ENTITY, decode) : text;

/** A line without the tags and entities that web pages put into it; other `<` stay. */
export function readMarkedLine(text: string): string {
  const plain = readEntities(text.replaceAll(TAG, ""));
  // Tags that were written as entities: both ends are there, while a title may speak of one.
  return plain === text ? text : plain.replaceAll(ELEMENT, "$2");
}

/**
 * Text without the markup that indexes put into titles and abstracts; paragraphs end in line
 * breaks. A `<` of mathematics stays.
 */
export const readMarkup = (text: string): string =>
  readMarkedLine(text.replaceAll(/<\/(?:jats:)?(?:p|title|sec)>\s*/gi, "\n\n"));
