import { setFlagsFromString } from "node:v8";

/** Works up to which the heap stays small by itself. */
const MANY = 1500;

/**
 * The engine lets its heap grow to several times what is in use. A long record shall be rendered on a small machine, and pays for it with a tenth of
 * its time; a short one need not.
 */
export function boundHeap(works: number): void {
  if (works > MANY) setFlagsFromString("--heap-growing-percent=20");
}
