/** `1 paper`, `4 papers`. */
export function countPapers(count: number): string {
  return `${count} ${count === 1 ? "paper" : "papers"}`;
}
