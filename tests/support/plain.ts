/** Text without anything that line breaking may change: blanks of all kinds and soft hyphens. */
export function squeeze(text: string): string {
  return text.normalize("NFC").replaceAll(/[\s\u00ad]+/g, "");
}
