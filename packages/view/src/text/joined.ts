/** The parts that say something, with commas; a part that is undefined leaves no trace. */
export function joinText(parts: readonly (string | undefined)[], separator = ", "): string {
  return parts.filter((part) => part !== undefined && part !== "").join(separator);
}
