import { Cv } from "@triptych/schema";
import { composeFeed } from "@triptych/view";
import { language } from "../words.ts";
import { expect, test } from "vitest";
import { escapeXml, writeAtom } from "./atom.ts";
import { feedId } from "./feed-id.ts";
import { writeJsonFeed } from "./json-feed.ts";

const empty = Cv.parse({ profile: { name: "Ann Example" } });

test("an id is a UUID of version 5, depends on the work, and never changes", () => {
  expect(feedId("ann", "a")).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  expect(feedId("ann", "a")).not.toBe(feedId("ann", "b"));
  expect(feedId("ann", "a")).toBe("urn:uuid:c8f0ea32-0fae-5853-bf15-66407fa5fa1e");
});

test("characters of markup, and characters that XML cannot hold", () => {
  expect(escapeXml(`a<b & "c" 'd'>\u0000\u0008é𝛼`)).toBe(
    "a&lt;b &amp; &quot;c&quot; &apos;d&apos;&gt;é𝛼",
  );
});

test("a day that the record does not know is given by neither feed, but where Atom demands one", () => {
  const appearances = [{ kind: "journal", date: "2024" }] as const;
  const feed = composeFeed(
    Cv.parse({
      profile: { name: "Ann Example" },
      publications: [{ id: "a", title: "A", authors: ["Ann Example"], appearances }],
    }),
    language,
  );
  expect(writeJsonFeed(feed, "owner", "https://example.org")).not.toMatch(/"date_/);
  expect(writeAtom(feed, "owner", "https://example.org")).not.toContain("<published>");
  expect(writeAtom(feed, "owner", "https://example.org")).toContain(
    "<updated>2024-01-01T00:00:00Z</updated>",
  );
});

test("a work without a date is in the feed that demands none, and in the other none is made up", () => {
  const feed = composeFeed(
    Cv.parse({
      profile: { name: "Ann Example" },
      publications: ["2024-05-17", undefined].map((date, index) => ({
        id: `w${index}`,
        title: `W${index}`,
        authors: ["Ann Example"],
        appearances: [{ kind: "journal", ...(date === undefined ? {} : { date }) }],
      })),
    }),
    language,
  );
  expect(writeAtom(feed, "owner", "https://example.org").match(/<title>W\d/g)).toEqual([
    "<title>W0",
  ]);
  expect(writeJsonFeed(feed, "owner", "https://example.org")).toContain("W1");
});

test("a record without works has feeds without entries", () => {
  expect(writeAtom(composeFeed(empty, language), "owner", "https://example.org")).not.toContain(
    "<entry>",
  );
  expect(
    JSON.parse(writeJsonFeed(composeFeed(empty, language), "owner", "https://example.org")),
  ).toMatchObject({ items: [] });
});
