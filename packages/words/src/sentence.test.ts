import { expect, test } from "vitest";
import { joinSentences, stop } from "./sentence.ts";

test.each([
  ["Ann Sample", "Ann Sample."],
  ["Ann Sample Jr.", "Ann Sample Jr."],
  ["Acme Inc. (U.S.)", "Acme Inc. (U.S.)."],
  ["Are Hats Hats?", "Are Hats Hats?"],
  ["“Yes!”", "“Yes!”"],
  ["and so on …", "and so on …"],
  ["帽子。", "帽子。"],
  ["", ""],
])("%s is ended once", (text, ended) => expect(stop(text)).toBe(ended));

test("sentences are parted by one full stop", () => {
  expect(joinSentences(["With Ann Jr.", "", "Also Bob", "and others"])).toBe(
    "With Ann Jr. Also Bob. and others",
  );
});
