/** Text as it compares: blanks of all kinds are one blank. */
export function flatten(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, " ").trim();
}
