import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { fullVariant } from "./selection/variant.ts";
import { describeOmissions } from "./omission.ts";

const cv = Cv.parse({
  profile: { name: "Ada Example", interests: ["Samples"] },
  talks: [
    { host: "Here", date: "2021" },
    { host: "There", date: "2023" },
  ],
  publications: ["one", "two", "three"].map((id, index) => ({
    id,
    title: id,
    authors: ["Ada Example"],
    appearances: [{ kind: "preprint", date: String(2020 + index) }],
  })),
});

test("the full variant leaves out nothing", () => {
  expect(describeOmissions(cv, fullVariant(en), en)).toBe("");
});

test("what is left out by sections, works and dates is counted", () => {
  const variant = {
    id: "short",
    title: "Short",
    sections: ["publications" as const],
    works: { atMost: 1 },
  };
  expect(describeOmissions(cv, variant, en)).toBe(
    "2 of 3 in Publications; all of Research interests (1), Invited talks (2)",
  );
  expect(describeOmissions(cv, { ...fullVariant(en), since: "2022" }, en)).toBe(
    "1 of 2 in Invited talks; 2 of 3 in Publications",
  );
});
