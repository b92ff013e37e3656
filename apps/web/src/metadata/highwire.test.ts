import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { highwireTags } from "./highwire.ts";

function tagsOf(appearance: NonNullable<CvInput["publications"]>[number]["appearances"][number]) {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    venues: [{ id: "v", name: "A Venue", kind: "journal" }],
    publications: [
      {
        id: "one",
        title: "One",
        authors: ["Ada Example", { name: "B", title: "Dr." }],
        appearances: [appearance],
      },
    ],
  });
  const [work] = cv.publications;
  return work === undefined ? {} : highwireTags(cv, work);
}

test("a journal article says what the record holds", () => {
  expect(
    tagsOf({
      kind: "journal",
      venue: "v",
      date: "2024-06-12",
      volume: "3",
      issue: "2",
      pages: "1-16",
      doi: "10.1000/x",
    }),
  ).toEqual({
    citation_title: "One",
    citation_author: ["Ada Example", "B"],
    citation_publication_date: "2024/06/12",
    citation_journal_title: "A Venue",
    citation_volume: "3",
    citation_issue: "2",
    citation_firstpage: "1",
    citation_lastpage: "16",
    citation_doi: "10.1000/x",
  });
});

test("editors and translators are no authors", () => {
  const people = (appearance: Parameters<typeof tagsOf>[0]) => {
    const { citation_author, citation_editor } = tagsOf(appearance);
    return { citation_author, citation_editor };
  };
  const made = ["Ada Example", "B"];
  expect(people({ kind: "edited-book" })).toEqual({
    citation_author: undefined,
    citation_editor: made,
  });
  expect(people({ kind: "translation", translationOf: { authors: ["O. Original"] } })).toEqual({
    citation_author: ["O. Original"],
  });
  expect(people({ kind: "translation" })).toEqual({});
  expect(people({ kind: "chapter", book: "A Book", editors: ["E. Editor"] })).toEqual({
    citation_author: made,
    citation_editor: ["E. Editor"],
  });
});

test("each kind has its own venue tag; what is under review and preprints have none", () => {
  const names = (appearance: Parameters<typeof tagsOf>[0]) =>
    Object.keys(tagsOf(appearance)).filter(
      (name) => /title|institution/.test(name) && name !== "citation_title",
    );
  expect(names({ kind: "conference", venue: "v" })).toEqual(["citation_conference_title"]);
  expect(names({ kind: "workshop", venue: "v", workshop: "W" })).toEqual([
    "citation_conference_title",
  ]);
  expect(names({ kind: "thesis", venue: "v" })).toEqual(["citation_dissertation_institution"]);
  expect(names({ kind: "preprint", venue: "v" })).toEqual([]);
  expect(names({ kind: "journal", venue: "v", status: "under-review" })).toEqual([]);
});

test("a paper is said to stand where the page says: in a workshop or a track, not in the conference", () => {
  const said = (appearance: Parameters<typeof tagsOf>[0]) =>
    tagsOf(appearance)["citation_conference_title"];
  expect(said({ kind: "conference", venue: "v", edition: 3 })).toBe("A Venue");
  expect(said({ kind: "workshop", venue: "v", workshop: "Hat Day", edition: 3 })).toBe(
    "Hat Day at the 3rd A Venue",
  );
  expect(said({ kind: "workshop", venue: "v" })).toBe("Workshop at the A Venue");
  expect(said({ kind: "conference", venue: "v", track: "Doctoral Consortium" })).toBe(
    "A Venue, Doctoral Consortium",
  );
  expect(said({ kind: "poster", venue: "v" })).toBeUndefined();
});

test("a workshop without a conference is its own venue", () => {
  expect(tagsOf({ kind: "workshop", workshop: "W" })).toMatchObject({
    citation_conference_title: "W",
  });
});

test("a date in a repository, publisher and topics are said where they are known", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    publications: [
      {
        id: "one",
        title: "One",
        authors: ["Ada Example"],
        topics: ["hats", "proofs"],
        appearances: [
          { kind: "conference", date: "2024", publisher: "P" },
          { kind: "preprint", date: "2023-11-02", arxiv: "2201.11380" },
        ],
      },
    ],
  });
  const [work] = cv.publications;
  expect(work === undefined ? {} : highwireTags(cv, work)).toEqual({
    citation_title: "One",
    citation_author: ["Ada Example"],
    citation_publication_date: "2024",
    citation_online_date: "2023/11/02",
    citation_publisher: "P",
    citation_arxiv_id: "2201.11380",
    citation_keywords: "hats; proofs",
  });
});

test("a month is not made a day", () => {
  expect(
    tagsOf({ kind: "conference", venue: "v", date: "2024-06" }).citation_publication_date,
  ).toBe("2024");
  expect(tagsOf({ kind: "conference", venue: "v" }).citation_publication_date).toBeUndefined();
});
