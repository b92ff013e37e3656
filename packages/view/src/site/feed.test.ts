import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeFeed } from "./feed.ts";

const work = (id: string, ...dates: (string | undefined)[]) => ({
  id,
  title: `On ${id}`,
  authors: ["Ann Example"],
  appearances: dates.map((date) => ({
    kind: "conference",
    ...(date === undefined ? {} : { date }),
  })),
});
const feedOf = (...publications: ReturnType<typeof work>[]) =>
  composeFeed(Cv.parse({ profile: { name: "Ann Example" }, publications }), en);

test("newest first, undated last, a partial date as its first day", () => {
  const { entries, updated } = feedOf(
    work("none", undefined),
    work("old", "2020"),
    work("new", "2024-06"),
  );
  expect(entries.map(({ workId, published }) => [workId, published])).toEqual([
    ["new", "2024-06-01"],
    ["old", "2020-01-01"],
    ["none", undefined],
  ]);
  expect(updated).toBe("2024-06-01");
});

test("a later appearance updates a work and does not publish it again", () => {
  expect(feedOf(work("a", "2020", "2022-03-05")).entries).toMatchObject([
    { published: "2020-01-01", updated: "2022-03-05" },
  ]);
});

test("a day is given as such only where the record knows it", () => {
  const days = (...dates: string[]) => {
    const [{ publishedOn, updatedOn } = {}] = feedOf(work("a", ...dates)).entries;
    return [publishedOn, updatedOn];
  };
  expect(days("2020", "2022-03-05")).toEqual([undefined, "2022-03-05"]);
  expect(days("2020-02-01", "2022-03")).toEqual(["2020-02-01", undefined]);
});

test("no date is invented", () => {
  const feed = feedOf(work("none", undefined));
  expect(feed).not.toHaveProperty("updated");
  expect(feed.entries[0]).not.toHaveProperty("published");
});
