import { Cv } from "@triptych/schema";
import { composeHeader, composePublications } from "@triptych/view";
import { language } from "../words.ts";
import { expect, test } from "vitest";
import { writeLlms } from "../llms.ts";
import { describeInBrief } from "./page-metadata.ts";

const crowd = Array.from({ length: 3000 }, (_, index) => `Person ${index}`);
const work = (id: string, title: string, authors: string[]) => ({
  id,
  title,
  authors,
  appearances: [{ kind: "conference", venue: "v", date: "2024" }],
});
const cv = Cv.parse({
  profile: { name: "Ada Example" },
  venues: [{ id: "v", name: "A Venue", kind: "conference" }],
  publications: [
    work("one", "One", ["Ada Example"]),
    work("two", "Is it two?", ["Ada Example"]),
    work("crowd", "Crowd", ["Ada Example", ...crowd]),
  ],
});
const publications = composePublications(cv, language);

test("works of the same people at the same venue have descriptions of their own", () => {
  expect(publications.slice(0, 2).map(describeInBrief)).toEqual([
    "One. Ada Example. A Venue 2024.",
    "Is it two? Ada Example. A Venue 2024.",
  ]);
});

test("a crowd of authors is named in full in neither descriptions nor llms.txt", () => {
  const pages = publications.map(({ id, title }) => ({
    path: `/publications/${id}/`,
    title,
    workId: id,
  }));
  const text = [
    ...publications.map(describeInBrief),
    writeLlms({
      header: composeHeader(cv, language),
      pages,
      publications,
      site: "https://example.org",
    }),
  ].join("\n");
  expect(text).toContain("Person 2999");
  expect(text).not.toContain("Person 1500");
});
