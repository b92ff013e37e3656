import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeDocument } from "./document.ts";
import { composeRunningHead } from "./running-head.ts";

const plain = Cv.parse({ profile: { name: "Ada Example" } });
const dated = Cv.parse({
  profile: { name: "Ada Example" },
  figures: [{ measure: "citations", value: 1, asOf: "2024-07-09", source: "An index" }],
});

test("the first page says what it is, the others whose", () => {
  expect(composeRunningHead(composeDocument(plain, en), { page: 1, pages: 2 }, en)).toEqual({
    left: "Curriculum vitae",
    right: "Page 1 of 2",
  });
  expect(composeRunningHead(composeDocument(dated, en), { page: 2, pages: 2 }, en)).toEqual({
    left: "Ada Example  ·  Curriculum vitae",
    right: "As of 9\u00a0Jul\u00a02024  ·  Page 2 of 2",
  });
});
