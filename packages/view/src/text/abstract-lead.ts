/** Characters that fit a glance on a phone. */
const LIMIT = 280;

/**
 * The first lines of an abstract: whole sentences where some fit, else whole words and an ellipsis.
 */
export function abstractLead(abstract: string): string {
  const text = abstract.replaceAll(/\s+/g, " ").trim();
  if (text.length <= LIMIT) return text;
  const head = text.slice(0, LIMIT + 1);
  const sentences = [...head.matchAll(/[.!?](?= \p{Lu})/gu)].map(({ index }) => index + 1);
  const end = sentences.at(-1) ?? 0;
  if (end > LIMIT / 2) return head.slice(0, end);
  const words = head.lastIndexOf(" ");
  return `${text.slice(0, words > 0 ? words : LIMIT)} …`;
}
