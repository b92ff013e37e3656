import { Settings } from "@triptych/schema";
import { expect, test } from "vitest";
import { digestPromise } from "./digest-promise.ts";

test.each([
  [{}, "at most once a month"],
  [{ digest: { schedule: "weekly" } }, "at most once a week"],
  [{ digest: { schedule: "30 8 2 * *" } }, "now and then"],
])("%j promises mail %s", (settings, rhythm) => {
  expect(digestPromise("Ada Example", Settings.parse(settings))).toBe(`New papers by Ada Example, ${rhythm}, and only when there are some. One click ends it.`);
});
