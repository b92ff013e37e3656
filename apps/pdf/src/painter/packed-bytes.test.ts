import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedBytes } from "./packed-bytes.ts";

test("what comes out is what went in, however it was cut", () => {
  const lengths = fc.array(fc.oneof(fc.nat(40), fc.integer({ min: 1_000_000, max: 2_200_000 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lengths, fc.nat(255), (sizes, seed) => {
      const pieces = sizes.map((size, index) => Buffer.alloc(size, (seed + index) % 256));
      const packed = new PackedBytes();
      for (const piece of pieces) packed.add(piece);
      expect(packed.join().equals(Buffer.concat(pieces))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
