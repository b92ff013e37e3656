import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { composeCoins } from "./coins.ts";

type AppearanceInput = NonNullable<CvInput["publications"]>[number]["appearances"][number];

/** What a reader of COinS finds: every key with all of its values. */
function readCoins(
  appearance: AppearanceInput,
  authors = ["Tim van der Lee", "Ada & Co"],
): Record<string, string[]> {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    venues: [{ id: "v", name: "Venue & Söhne", kind: "journal" }],
    publications: [{ id: "one", title: "50% = half + “more”", authors, appearances: [appearance] }],
  });
  const [work] = cv.publications;
  const text = work === undefined ? "" : composeCoins(cv, work);
  expect(text).toMatch(/^[\w.%&=~!*'()-]+$/);
  const read = new URLSearchParams(text);
  return Object.fromEntries([...new Set(read.keys())].map((key) => [key, read.getAll(key)]));
}

test("an article in a journal", () => {
  const appearance = {
    kind: "journal" as const,
    venue: "v",
    date: "2024-06",
    volume: "3",
    issue: "2",
    pages: "1-16",
    doi: "10.1000/x<1>",
    arxiv: "2201.11380",
  };
  expect(readCoins(appearance)).toEqual({
    ctx_ver: ["Z39.88-2004"],
    rft_val_fmt: ["info:ofi/fmt:kev:mtx:journal"],
    "rft.genre": ["article"],
    "rft.atitle": ["50% = half + “more”"],
    "rft.jtitle": ["Venue & Söhne"],
    "rft.aulast": ["van der Lee"],
    "rft.aufirst": ["Tim"],
    "rft.au": ["Tim van der Lee", "Ada & Co"],
    "rft.date": ["2024-06"],
    "rft.volume": ["3"],
    "rft.issue": ["2"],
    "rft.spage": ["1"],
    "rft.epage": ["16"],
    rft_id: ["info:doi/10.1000/x<1>", "info:arxiv/2201.11380"],
  });
});

test("a paper at a conference is a part of its proceedings", () => {
  expect(
    readCoins({ kind: "conference", venue: "v", publisher: "P", place: "Here" }),
  ).toMatchObject({
    rft_val_fmt: ["info:ofi/fmt:kev:mtx:book"],
    "rft.genre": ["proceeding"],
    "rft.btitle": ["Venue & Söhne"],
    "rft.pub": ["P"],
    "rft.place": ["Here"],
  });
});

test("editors and translators are no authors", () => {
  const people = (appearance: AppearanceInput) => {
    const { "rft.au": names, "rft.aulast": last } = readCoins(appearance);
    return { names, last };
  };
  expect(people({ kind: "edited-book" })).toEqual({});
  expect(people({ kind: "translation" })).toEqual({});
  expect(people({ kind: "translation", translationOf: { authors: ["Odile Original"] } })).toEqual({
    names: ["Odile Original"],
    last: ["Original"],
  });
});

test("a workshop's paper stands in the workshop, and a poster in no proceedings", () => {
  expect(readCoins({ kind: "workshop", venue: "v", workshop: "Hat Day" })["rft.btitle"]).toEqual([
    "Hat Day at the Venue & Söhne",
  ]);
  expect(readCoins({ kind: "workshop", venue: "v" })["rft.btitle"]).toEqual([
    "Workshop at the Venue & Söhne",
  ]);
  const poster = readCoins({ kind: "poster", venue: "v" });
  expect(poster["rft.genre"]).toEqual(["document"]);
  expect(Object.values(poster).flat()).not.toContain("Venue & Söhne");
});

test("a thesis names the school", () => {
  expect(readCoins({ kind: "thesis", venue: "v", date: "2022" })).toMatchObject({
    rft_val_fmt: ["info:ofi/fmt:kev:mtx:dissertation"],
    "rft.title": ["50% = half + “more”"],
    "rft.inst": ["Venue & Söhne"],
  });
});

test("what is under review has no venue, no date and no identifier; a name of one word is not split", () => {
  expect(readCoins({ kind: "conference", venue: "v", status: "under-review" }, ["Plato"])).toEqual({
    ctx_ver: ["Z39.88-2004"],
    rft_val_fmt: ["info:ofi/fmt:kev:mtx:journal"],
    "rft.genre": ["preprint"],
    "rft.atitle": ["50% = half + “more”"],
    "rft.au": ["Plato"],
  });
});
