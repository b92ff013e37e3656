import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { digestOutlook, digestPromise } from "./promise.ts";

test.each([
  [{}, "at most once a month"],
  [{ digest: { schedule: "weekly" } }, "at most once a week"],
  [{ digest: { schedule: "30 8 2 * *" } }, "now and then"],
])("%j promises mail %s", (settings, rhythm) => {
  const cv = Cv.parse({ profile: { name: "Ada Example" }, settings });
  expect(digestPromise(cv, en)).toBe(
    `New papers by Ada Example, ${rhythm}, and only when there are some. One click ends it.`,
  );
});

test("who writes books is not said to write papers", () => {
  const publications = [
    { id: "hats", title: "Hats", authors: ["Ada Example"], appearances: [{ kind: "book" }] },
  ];
  expect(digestPromise(Cv.parse({ profile: { name: "Ada Example" }, publications }), en)).toMatch(
    /^New works by Ada Example, /,
  );
});

test("the outlook names the next day of the schedule", () => {
  expect(digestOutlook("2027-01-01", en)).toBe(
    "The next one can come on 1\u00a0Jan\u00a02027, if there is something new by then; otherwise nothing is sent.",
  );
});
