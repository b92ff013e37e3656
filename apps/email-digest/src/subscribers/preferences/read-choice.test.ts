import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import type { Choice } from "./choice.ts";
import { readChoice } from "./read-choice.ts";

const cv = Cv.parse({
  profile: { name: "Ada Example" },
  publications: [
    {
      id: "a",
      title: "A",
      authors: ["Ada Example"],
      appearances: [{ kind: "preprint" }],
      topics: ["Sparsity", "Vision"],
    },
  ],
});
const before: Choice = { topics: ["Old"], frequency: "yearly" };
const read = (fields: Record<string, string[]>) =>
  readChoice((name) => fields[name] ?? [], cv, before);

test("what is offered can be chosen", () => {
  expect(
    read({ frequency: ["quarterly"], scope: ["some"], topic: ["Vision", "Vision", "Old"] }),
  ).toEqual({
    frequency: "quarterly",
    topics: ["Vision", "Old"],
  });
  expect(read({ frequency: ["every"], scope: ["everything"], topic: ["Vision"] })).toEqual({
    frequency: "every",
    topics: null,
  });
});

test("what is not offered changes nothing, and no topic means everything", () => {
  expect(read({ frequency: ["hourly"], scope: ["some"], topic: ["Cats", "__proto__"] })).toEqual({
    frequency: "yearly",
    topics: null,
  });
  expect(read({})).toEqual({ frequency: "yearly", topics: null });
  const quarterly = {
    ...cv,
    settings: { ...cv.settings, digest: { schedule: "quarterly" as const, timeZone: "UTC" } },
  };
  expect(
    readChoice((name) => (name === "frequency" ? ["quarterly"] : []), quarterly, before).frequency,
  ).toBe("yearly");
});
