import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { composeDocument } from "./document.ts";
import { composeRunningHead } from "./running-head.ts";

const plain = Cv.parse({ profile: { name: "Ada Example" } });
const dated = Cv.parse({
  profile: { name: "Ada Example" },
  figures: [{ measure: "citations", value: 1, asOf: "2024-07-09", source: "An index" }],
});

test("the first page says what it is, the others whose", () => {
  expect(composeRunningHead(composeDocument(plain), 1, 2)).toEqual({
    left: "Curriculum vitae",
    right: "Page 1 of 2",
  });
  expect(composeRunningHead(composeDocument(dated), 2, 2)).toEqual({
    left: "Ada Example  ·  Curriculum vitae",
    right: "As of 9\u00a0Jul\u00a02024  ·  Page 2 of 2",
  });
});
