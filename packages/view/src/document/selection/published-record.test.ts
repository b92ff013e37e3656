import { createRoster, crossCheck, Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { publishedRecord } from "./published-record.ts";

const cv = Cv.parse({
  profile: { id: "ada", name: "Ada Example", aliases: ["Adam Erstwhile", "A. Example"] },
  mentees: [
    {
      names: [{ name: "G. Sample", title: "Dr." }],
      level: "phd",
      institution: "U",
      period: { start: "2020" },
    },
  ],
  people: [
    { id: "grace", name: "Grace Sample", aliases: ["Gregor Bygone", "G. Sample"] },
    { id: "kim", name: "Kim Namesake" },
    { id: "kim-2", name: "Kim Namesake", aliases: ["K. Erst"] },
    { id: "nobody", name: "Occurs Nowhere" },
  ],
  venues: [
    { id: "used", name: "Used", kind: "journal" },
    { id: "unused", name: "Unused", kind: "journal" },
  ],
  publications: [
    {
      id: "work",
      title: "Work",
      authors: [
        "A. Example",
        "Grace Sample",
        { name: "Kim Namesake", person: "kim-2" },
        "Stranger",
      ],
      equalContribution: [["A. Example", "Grace Sample"]],
      appearances: [{ kind: "journal", venue: "used", date: "2024" }],
      citations: { count: 7777, asOf: "2026", source: "An index" },
    },
  ],
  refused: [{ doi: "10.5555/refused", title: "Refused", reason: "By a namesake" }],
  settings: { digest: { schedule: "weekly", note: "For the next edition" } },
});

test("what serves to recognise people, and what nothing shows, is not published", () => {
  const text = JSON.stringify(publishedRecord(cv));
  const silent = ["Adam Erstwhile", "Gregor Bygone", "K. Erst", "Occurs Nowhere", "Unused"];
  for (const own of [
    ...silent,
    "For the next edition",
    "7777",
    "10.5555/refused",
    "By a namesake",
  ]) {
    expect(JSON.stringify(cv)).toContain(own);
    expect(text).not.toContain(own);
  }
});

test("names are printed as before, and still say who is meant", () => {
  const published = publishedRecord(cv);
  expect(published.publications[0]?.authors).toEqual([
    { name: "A. Example", person: "ada" },
    "Grace Sample",
    { name: "Kim Namesake", person: "kim-2" },
    "Stranger",
  ]);
  expect(published.mentees[0]?.names).toEqual([
    { name: "G. Sample", title: "Dr.", person: "grace" },
  ]);
  const resolve = ({ authors }: Cv["publications"][number], record: Cv) =>
    authors.map((author) => {
      const { kind, ...who } = createRoster(record).resolve(author);
      return [kind, "person" in who ? who.person.id : ""];
    });
  expect(published.publications.flatMap((work) => resolve(work, published))).toEqual(
    cv.publications.flatMap((work) => resolve(work, cv)),
  );
  expect(crossCheck(published)).toEqual([]);
  expect(Cv.parse(JSON.parse(JSON.stringify(published)))).toEqual(published);
});

test("the record itself is left as it is", () => {
  const before = structuredClone(cv);
  publishedRecord(cv);
  expect(cv).toEqual(before);
});
