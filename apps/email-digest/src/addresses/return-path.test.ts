import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReturnPath, LONGEST_MAILBOX, readReturnPath } from "./return-path.ts";

const SECRET = "a secret for tests";
const keys = fc.record({
  edition: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  subscriberId: fc.uuid(),
});

describe("the return path", () => {
  test("leads back to its delivery, whatever servers do to upper and lower case, and fits into an address", () => {
    const mailbox = `${"b".repeat(LONGEST_MAILBOX)}@scholar.example`;
    fc.assert(
      fc.property(keys, fc.boolean(), (key, shouts) => {
        const address = createReturnPath(SECRET, mailbox, key);
        expect(address.indexOf("@")).toBeLessThanOrEqual(64);
        expect(readReturnPath(SECRET, shouts ? address.toUpperCase() : address)).toEqual({
          kind: "delivery",
          key,
        });
      }),
    );
  });

  test("differs from delivery to delivery", () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const all = [1, 2].map((edition) =>
      createReturnPath(SECRET, "bounce@scholar.example", { edition, subscriberId: id }),
    );
    expect(new Set(all).size).toBe(2);
  });

  test("is not accepted with one character changed, or of another installation", () => {
    fc.assert(
      fc.property(keys, fc.nat(), fc.constantFrom("0", "7", "a", "z"), (key, where, character) => {
        const address = createReturnPath(SECRET, "bounce@scholar.example", key);
        const [start, end] = [address.indexOf("+") + 1, address.indexOf("@")];
        const at = start + (where % (end - start));
        fc.pre(address[at] !== character && address[at] !== "-");
        const forged = readReturnPath(
          SECRET,
          address.slice(0, at) + character + address.slice(at + 1),
        );
        expect(forged.kind).toBe("forged");
        expect(readReturnPath("another secret", address).kind).toBe("forged");
      }),
    );
  });

  test("is foreign where it looks like nothing of ours", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(["foreign", "forged"]).toContain(readReturnPath(SECRET, text).kind);
      }),
    );
    expect(readReturnPath(SECRET, "bounce@scholar.example").kind).toBe("foreign");
    expect(readReturnPath(SECRET, `b+1-${"z".repeat(25)}-${"0".repeat(16)}@x.example`).kind).toBe(
      "forged",
    );
  });
});
