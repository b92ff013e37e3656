/**
 * Edits from one word to another: insert, delete, replace, or swap two neighbours (optimal string
 * alignment).
 */
function distance(a: string, b: string): number {
  const right = [...b];
  let older: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  let before: string | undefined;
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of right.entries()) {
      const edits = [
        (next[j] ?? 0) + 1,
        (row[j + 1] ?? 0) + 1,
        (row[j] ?? 0) + (letter === other ? 0 : 1),
      ];
      const isSwap = j > 0 && before === other && letter === right[j - 1];
      next.push(Math.min(...edits, isSwap ? (older[j - 1] ?? 0) + 1 : Infinity));
    }
    [older, row, before] = [row, next, letter];
  }
  return row.at(-1) ?? 0;
}

/**
 * The known word that was probably meant, or nothing where none is near: for `did you mean` in
 * messages.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = known.map((candidate) => ({
    candidate,
    edits: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  return ranked.filter(({ edits }) => edits <= limit).sort((a, b) => a.edits - b.edits)[0]
    ?.candidate;
}
