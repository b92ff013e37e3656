import type { Parts } from "@triptych/words";

/** The parts that say something, with commas; a part that is undefined leaves no trace. */
export function joinText(
  texts: readonly (string | Parts | undefined)[],
  separator = ", ",
): string[] {
  return texts
    .map((text) => [text ?? []].flat().filter((part) => part !== ""))
    .filter((parts) => parts.length > 0)
    .flatMap((parts, index) => (index === 0 ? parts : [separator, ...parts]));
}
