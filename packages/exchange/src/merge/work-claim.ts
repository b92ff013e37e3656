import type { FoundWork } from "../found/finding.ts";
import type { WorkIndex } from "../match/work-match.ts";

/**
 * What the entries of one file were taken for. A file that lists two things means two, so a work
 * that one entry is without doubt is nothing that another only resembles.
 */
export class WorkClaims {
  /** Entries by the work that they are without doubt. */
  readonly #certain = new Map<string, Set<FoundWork>>();
  /** The first entry that each work was taken for, by its key. */
  readonly #taken = new Map<string, { entry: FoundWork; key: string }>();

  constructor(index: WorkIndex, entries: readonly FoundWork[]) {
    for (const entry of entries) {
      const id = index.findWholly(entry)?.id;
      if (id !== undefined) this.#certain.set(id, (this.#certain.get(id) ?? new Set()).add(entry));
    }
  }

  /** Whether a work is another entry of the file already. */
  isOfAnother(id: string, entry: FoundWork): boolean {
    const taken = this.#taken.get(id);
    const others = [
      ...(this.#certain.get(id) ?? []),
      ...(taken === undefined ? [] : [taken.entry]),
    ];
    return others.some((other) => other !== entry);
  }

  /** Notes what an entry was taken for; gives the key of the entry that was taken for it before. */
  take(id: string, entry: FoundWork, key: string): string | undefined {
    const taken = this.#taken.get(id);
    if (taken === undefined) this.#taken.set(id, { entry, key });
    return taken === undefined || taken.entry === entry ? undefined : taken.key;
  }
}
