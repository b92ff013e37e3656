import type { LaidOutNode } from "../painter/laid-out.ts";

/**
 * A laid-out row takes about 50 kB; of a record with more rows than this the rest is laid out anew.
 */
const LIMIT = 8000;

/** Laid-out text by all that it was made of, for as long as documents go on to hold it. */
export class KeptUnits {
  #nodes = new Map<string, LaidOutNode>();
  #used = new Set<string>();

  get(key: string): LaidOutNode | undefined {
    this.#used.add(key);
    return this.#nodes.get(key);
  }

  keep(key: string, node: LaidOutNode): void {
    if (this.#nodes.size >= LIMIT) return;
    this.#nodes.set(key, node);
  }

  /** Lets go of what no document has held since this was last asked. */
  forgetUnused(): void {
    for (const key of this.#nodes.keys()) if (!this.#used.has(key)) this.#nodes.delete(key);
    this.#used.clear();
  }
}
