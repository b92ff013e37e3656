import { setFlagsFromString } from "node:v8";

/** Records with more works than this are rendered with little memory rather than fast. */
export const isLong = (works: number) => works > 1500;

/**
 * The engine lets its heap grow to several times what is in use. A long record shall be rendered on
 * a small machine: with growth to twice of it, it takes an eighth less memory and about as long. A
 * short one needs little either way.
 */
export function boundHeap(works: number): void {
  if (isLong(works)) setFlagsFromString("--heap-growing-percent=100");
}
