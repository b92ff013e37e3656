const TAG =
  /<\/?(?:jats:|mml:)?(?:i|b|em|strong|u|p|sup|sub|sc|scp|span|italic|bold|title|sec|math|mrow|mi|mo|mn|msup|msub|inline-formula|tex-math|br)(?:\s[^<>]*)?\/?>/gi;
const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/**
 * Text without the markup that indexes put into titles and abstracts; paragraphs end in line
 * breaks. A `<` of mathematics stays.
 */
export function readMarkup(text: string): string {
  return text
    .replaceAll(/<\/(?:jats:)?(?:p|title|sec)>\s*/gi, "\n\n")
    .replaceAll(TAG, "")
    .replaceAll(
      /&(amp|lt|gt|quot|apos|nbsp);/g,
      (entity: string, name: string) => ENTITIES.get(name) ?? entity,
    );
}
