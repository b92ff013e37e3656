/** Text as it compares: spaces of all kinds are one space. */
export function flatten(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, " ").trim();
}
