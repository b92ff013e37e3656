import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkNonce, createNonce } from "./nonce.ts";

const opened = new Date("2026-01-01T12:00:00Z");
const after = (seconds: number) => new Date(opened.getTime() + seconds * 1_000);

test("a form that was open for some time is good, one sent at once or after hours is not", () => {
  const nonce = createNonce("secret", opened);
  expect(checkNonce("secret", nonce, after(5))).toMatchObject({
    kind: "good",
    expiresAt: after(7_200),
  });
  for (const seconds of [-60, 0, 1, 7_201])
    expect(checkNonce("secret", nonce, after(seconds)).kind).toBe("bad");
  expect(createNonce("secret", opened)).not.toBe(nonce);
});

test("nothing that we did not sign is good", () => {
  const nonce = createNonce("secret", opened);
  expect(checkNonce("another", nonce, after(5)).kind).toBe("bad");
  const [, random = "", signature = ""] = nonce.split(".");
  expect(
    checkNonce("secret", `${after(-100).getTime().toString(36)}.${random}.${signature}`, after(5))
      .kind,
  ).toBe("bad");
  expect(checkNonce("secret", "", after(5)).kind).toBe("missing");
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      (junk) => checkNonce("secret", junk, after(5)).kind === "bad",
    ),
  );
});
