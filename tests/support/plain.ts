/**
 * Text without what is not read: spaces of all kinds and soft hyphens, which line breaking may
 * change, and marks of direction.
 */
export function squeeze(text: string): string {
  return text.normalize("NFC").replaceAll(/[\s\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, "");
}
