/** Text as the search compares it: lower case, without accents, compatible forms unified. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
