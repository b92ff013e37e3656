import { expect, test } from "vitest";
import { countWorks, workNoun } from "./work-count.ts";

test("papers are called papers, and works as soon as something else is among them", () => {
  expect(countWorks(1, [{ kind: "journal" }])).toBe("1 paper");
  expect(countWorks(4, [{ kind: "journal" }, { kind: "thesis" }])).toBe("4 papers");
  expect(countWorks(4, [{ kind: "journal" }, { kind: "book" }])).toBe("4 works");
  expect(countWorks(1, [{ kind: "patent" }])).toBe("1 work");
  expect(workNoun([])).toBe("papers");
});
