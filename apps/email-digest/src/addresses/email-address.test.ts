import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "./email-address.ts";

const addressOf = (typed: string) => {
  const parsed = parseAddress(typed);
  return parsed.kind === "address" ? parsed.address : undefined;
};

test.each([
  ["name@example.org", "name@example.org"],
  ["  Name+tag@EXAMPLE.org ", "Name+tag@example.org"],
  ["o'hara@mail.example.co.uk", "o'hara@mail.example.co.uk"],
  ["jörg@müller.example", "jörg@xn--mller-kva.example"],
])("%s is %s", (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});

describe("refused", () => {
  test.each([
    "",
    "name",
    "@example.org",
    "name@",
    "name@localhost",
    "a b@example.org",
    "name@exa mple.org",
    "a..b@example.org",
    ".a@example.org",
    "name@example.org\r\nBcc: other@example.org",
    "name@example.org\u0000",
    "<name@example.org>",
    "a@example.org,b@example.org",
    "name@-example.org",
    "name@example..org",
    `${"a".repeat(65)}@example.org`,
    `a@${"b.".repeat(130)}org`,
    "name@[127.0.0.1]",
    "name@127.0.0.1",
    '"a b"@example.org',
  ])("%j", (typed) => {
    expect(parseAddress(typed).kind).toBe("invalid");
  });
});

test("whatever is accepted can stand in a header and is accepted again as it is", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.emailAddress(), fc.string(), fc.string({ unit: "binary" })),
      (typed) => {
        const address = addressOf(typed);
        if (address === undefined) return;
        expect(address).not.toMatch(/[\s<>,;:"()[\]\\]/);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(addressOf(address)).toBe(address);
      },
    ),
  );
});
