import type { LaidOutNode } from "../painter/laid-out.ts";
import { LINE, MARGIN } from "../components/styles.ts";

/** How much of a document is beyond the pages it may have. */
export interface Overflow {
  /** Lines of running text. */
  lines: number;
  millimetres: number;
  /** The id of the first entry that begins on a page too many. */
  firstEntry: string | undefined;
}

const bottomOf = ({ box }: LaidOutNode) => (box === undefined ? 0 : box.top + box.height);

/** Entries are list items; one that goes on from the page before has begun there. */
function listEntries(node: LaidOutNode): string[] {
  const own = node.props?.tag === "LI" && node.props.sid !== undefined ? [node.props.sid] : [];
  return [...own, ...(node.children ?? []).flatMap(listEntries)];
}

/** Measures what stands on pages after the first `allowed` ones, while pages are laid out. */
export class OverflowMeter {
  readonly #allowed: number;
  readonly #begun = new Set<string>();
  #points = 0;
  #firstEntry: string | undefined;
  pages = 0;

  constructor(allowed: number) {
    this.#allowed = allowed;
  }

  add(page: LaidOutNode): void {
    this.pages += 1;
    if (this.pages <= this.#allowed) {
      if (this.#allowed < Infinity) for (const id of listEntries(page)) this.#begun.add(id);
      return;
    }
    this.#points += Math.max(
      0,
      ...(page.children ?? []).map((node) => bottomOf(node) - MARGIN.top),
    );
    this.#firstEntry ??= listEntries(page).find((id) => !this.#begun.has(id));
  }

  /** Undefined where everything has its place. */
  read(): Overflow | undefined {
    if (this.pages <= this.#allowed) return undefined;
    return {
      lines: Math.ceil(this.#points / LINE),
      millimetres: Math.round((this.#points * 25.4) / 72),
      firstEntry: this.#firstEntry,
    };
  }
}
