import { openBar } from "../bar.ts";

/** A bar that counts rows; how many there will be is not known before the end. */
export function countRows(options: { json?: true }) {
  const bar = openBar("rows", options);
  return { onRows: (count: number) => bar.show(count, count), end: () => bar.end() };
}
