import { expect, test } from "vitest";
import { readArxiv } from "./read-arxiv.ts";

const entry = (more: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>
  <id>http://arxiv.org/abs/2305.00002v3</id><published>2023-05-01T09:00:00Z</published>
  <title>Hats &amp;
  Gloves</title><author><name>Exemplia Testwell</name></author>${more}</entry></feed>`;

test("an entry is a preprint without its version, and says what it has appeared as", () => {
  const { read, found, remarks } = readArxiv(entry("<arxiv:doi>10.5555/hats</arxiv:doi>"));
  expect({ read, remarks }).toEqual({ read: 1, remarks: [] });
  expect(found).toMatchObject([
    {
      key: "2305.00002v3",
      kind: "work",
      work: {
        title: "Hats & Gloves",
        authors: [{ name: "Exemplia Testwell" }],
        publishedAs: "10.5555/hats",
        forms: [{ kind: "preprint", arxiv: "2305.00002", date: "2023-05-01" }],
      },
    },
  ]);
});

test.each([
  ["<arxiv:doi>no DOI</arxiv:doi>", undefined],
  ["<arxiv:doi>https://doi.org/10.5555/a 10.5555/b</arxiv:doi>", "10.5555/a"],
  ["<doi>10.5555/c</doi>", undefined],
])("%s names %s", (more, doi) => {
  const [found] = readArxiv(entry(more)).found;
  expect(found?.kind === "work" ? found.work.publishedAs : "none").toBe(doi);
});

test.each([
  "This paper has been withdrawn by the author",
  "This submission has been withdrawn by arXiv administrators",
])("%s is reported as withdrawn", (comment) => {
  const { remarks } = readArxiv(entry(`<arxiv:comment>${comment}</arxiv:comment>`));
  expect(remarks).toMatchObject([{ kind: "retracted", reason: "it was withdrawn from arXiv" }]);
});

test.each(["", "<feed>", "<entry>", "no XML", "<entry><title>A</title></entry>", "<entry/>"])(
  "%j gives no work and never throws",
  (text) => {
    expect(readArxiv(text).found).toEqual([]);
  },
);
