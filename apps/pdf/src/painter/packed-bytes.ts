/** Bytes of a block. */
const BLOCK = 1 << 20;

/**
 * Bytes that come in a million small pieces, kept in a few large blocks: each piece kept by itself
 * would cost ten times what it holds.
 */
export class PackedBytes {
  readonly #full: Buffer[] = [];
  #block = Buffer.allocUnsafe(BLOCK);
  #used = 0;

  add(piece: Uint8Array): void {
    for (let start = 0; start < piece.length;) {
      const part = piece.subarray(start, start + BLOCK - this.#used);
      this.#block.set(part, this.#used);
      this.#used += part.length;
      start += part.length;
      if (this.#used < BLOCK) return;
      this.#full.push(this.#block);
      this.#block = Buffer.allocUnsafe(BLOCK);
      this.#used = 0;
    }
  }

  join(): Buffer {
    return Buffer.concat([...this.#full, this.#block.subarray(0, this.#used)]);
  }
}
