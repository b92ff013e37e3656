/** So many standard deviations two samples of one kind lie apart by chance in 1 of 30,000 runs. */
export const FAR = 4.2;

/**
 * How far two samples lie apart in rank, in standard deviations (the normal approximation of the
 * Mann-Whitney U test, ties averaged). Above 0 where the first tends to be larger. Ranks do not
 * care how long the slowest took, which on a busy machine says nothing.
 */
export function rankDistance(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].sort((a, b) => a.value - b.value);
  let [rankSum, ties] = [0, 0];
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    rankSum += all.slice(from, to).filter(({ isFirst }) => isFirst).length * ((from + 1 + to) / 2);
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const [n, m] = [first.length, second.length];
  const u = rankSum - (n * (n + 1)) / 2;
  const deviation = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  return (u - (n * m) / 2) / deviation;
}
