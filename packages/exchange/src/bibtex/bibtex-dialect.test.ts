import { Cv } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import { planMerge } from "../merge/plan-merge.ts";
import { readBibtex } from "./read-bibtex.ts";

/** All people and works here are invented; each entry has the shape of a real export. */
function plan(text: string) {
  const reading = readBibtex(text);
  const { cv, remarks } = planMerge(
    Cv.parse({ profile: { name: "Zed Nobody" } }),
    [{ file: "all.bib", reading }],
    { marks: new Map(), aliases: [] },
  );
  return { cv, told: remarks.map(({ kind, field = "", reason }) => `${kind} ${field}: ${reason}`) };
}

const formOf = (text: string) => plan(text).cv.publications[0]?.appearances[0];
const authorsOf = (text: string) => plan(text).cv.publications[0]?.authors;

test("a preprint and the paper of the same title and people are one work", () => {
  const [both] = [
    "@article{pre, title={Atlas}, author={Nobody, Zed}, journal={bioRxiv}, year={2020}}",
    "@article{pub, title={Atlas}, author={Nobody, Zed}, journal={Kettle Letters}, year={2021}}",
  ].map((entry, _, all) => (entry === all[0] ? all.join("\n") : entry));
  const { publications } = plan(both ?? "").cv;
  expect(publications.map(({ appearances }) => appearances.map(({ kind }) => kind))).toEqual([
    ["journal", "preprint"],
  ]);
});

test("fields of people's own pages are links, honours and a choice, or named as what they are", () => {
  const { cv, told } = plan(`@article{k, title={T}, author={Zed Nobody}, journal={J}, year={2020},
    pdf={k.pdf}, code={https://example.org/code}, slides={https://example.org/slides}, website={example.org/k},
    video={https://example.org/v}, arxiv={2201.11380}, selected={true}, award={Best Paper Award},
    award_name={Kettle of the Year}, preview={k.png}, blog={https://example.org/blog}}`);
  const [work] = cv.publications;
  expect(work?.appearances[0]).toMatchObject({
    honours: ["best-paper"],
    links: [
      { type: "code", url: "https://example.org/code" },
      { type: "video", url: "https://example.org/v" },
      { type: "slides", url: "https://example.org/slides" },
      { type: "project", url: "https://example.org/k" },
    ],
  });
  expect(work?.appearances[1]).toMatchObject({ kind: "preprint", arxiv: "2201.11380" });
  expect(cv.settings.selected).toEqual([work?.id]);
  for (const field of ["pdf", "award_name", "preview", "blog"])
    expect(told.filter((line) => line.startsWith(`dropped ${field}: “`))).toHaveLength(1);
});

describe("names", () => {
  test.each([
    [
      "family=Berg, given=Rosa, prefix=von, useprefix=true and Nobody, Zed",
      ["Rosa von Berg", "Zed Nobody"],
    ],
    [
      '"family={Roe Doe}", given={Ann Bea}, given-i=AB and Zed Nobody',
      ["Ann Bea Roe Doe", "Zed Nobody"],
    ],
    ["family=King, given=Mo, suffix=Jr. and Zed Nobody", ["Mo King, Jr.", "Zed Nobody"]],
    ["Zed Nobody and M&uuml;ller, Hans", ["Zed Nobody", "Hans Müller"]],
    [String.raw`Nobody, Zed and D\textquotesingle Amour, Al`, ["Zed Nobody", "Al D'Amour"]],
    ["{World Kettle Organization} and Zed Nobody", ["World Kettle Organization", "Zed Nobody"]],
  ])("of %s", (names, expected) => {
    expect(authorsOf(`@article{k, title={T}, journal={J}, year=2020, author={${names}}}`)).toEqual(
      expected,
    );
  });

  test("a name without parts is one of a body, which is never split", () => {
    const { people } = plan(
      "@article{k, title={T}, journal={J}, author={{Institute for Kettles and Tea} and Zed Nobody}}",
    ).cv;
    expect(people).toMatchObject([
      { name: "Institute for Kettles and Tea", family: "Institute for Kettles and Tea" },
    ]);
  });
});

describe("texts", () => {
  test.each([
    ["A &quot;full&quot; pot &amp; why", 'A "full" pot & why'],
    ["Heat &#x2013; and cold", "Heat – and cold"],
    [String.raw`Pots {\&}amp; pans`, "Pots & pans"],
    ["<i>In vitro</i> tea", "In vitro tea"],
    ["&lt;i&gt;In vitro&lt;/i&gt; tea", "In vitro tea"],
    ["Where p &lt; 0.05", "Where p < 0.05"],
    [String.raw`A \LaTeX\ and \TeX\ primer`, "A LaTeX and TeX primer"],
    [String.raw`Pots\,and\;pans, hy\-phen`, "Pots and pans, hyphen"],
  ])("%s", (title, expected) => {
    const [work] = plan(`@article{k, author={Zed Nobody}, journal={J}, title={${title}}}`).cv
      .publications;
    expect(work?.title).toBe(expected);
  });

  test.each([
    ["https://example.org/my file.pdf", ["https://example.org/my%20file.pdf"]],
    [
      "https://example.org/a; https://example.org/b",
      ["https://example.org/a", "https://example.org/b"],
    ],
    ["https://example.org/a\n  b", ["https://example.org/ab"]],
    ["example.org/x", ["https://example.org/x"]],
    ["paper.pdf", []],
  ])("addresses: %s", (url, expected) => {
    expect(
      formOf(`@article{k, author={Zed Nobody}, journal={J}, title={T}, url={${url}}}`)?.links.map(
        (link) => link.url,
      ),
    ).toEqual(expected);
  });
});

test.each([
  ["and others, collaboration = {KETTLE}", ["KETTLE"]],
  ["and Doe, Ann, collaboration = {KETTLE; POT and LID}", ["Ann Doe", "KETTLE", "POT and LID"]],
  ["and {KETTLE Collaboration}, collaboration = {Kettle}", ["KETTLE Collaboration"]],
])("a collaboration stands behind the authors, once: %s", (rest, others) => {
  const [names = "", ...fields] = rest.split(", collaboration");
  const text = `@article{k, title={T}, journal={J}, author={Nobody, Zed ${names}}, collaboration${fields.join("")}}`;
  expect(authorsOf(text)).toEqual(["Zed Nobody", ...others]);
});

test("a list that ends in others may lack the owner, who is told to complete it", () => {
  const { cv, told } = plan("@article{k, title={T}, journal={J}, author={Aad, G. and others}}");
  expect(cv.publications).toEqual([]);
  expect(told.at(-1)).toContain("the list is not complete: if you are one of the others, write");
});

test("what braces protect keeps its case, in titles and in venues", () => {
  const { cv } = plan(
    "@article{k, author={Zed Nobody}, title={{A {LaTeX} for {mRNA}: {i}Kettle}}, journal={{IEEE} Letters on {eTea}}}",
  );
  expect(cv.publications[0]?.title).toBe("A LaTeX for mRNA: iKettle");
  expect(cv.venues[0]?.name).toBe("IEEE Letters on eTea");
});

test("xdata is a list of keys, and is no work", () => {
  const { cv } =
    plan(`@xdata{p, publisher={Kettle Press}, location={Oslo}}\n@xdata{s, series={Kettle Studies}}
@book{b, author={Zed Nobody}, title={Pots}, date={2010}, xdata={p, s}}`);
  expect(cv.publications.map(({ appearances }) => appearances[0])).toMatchObject([
    { publisher: "Kettle Press", place: "Oslo", series: "Kettle Studies" },
  ]);
});

test("a chapter inherits the authors of its book, and a parent that is missing is named", () => {
  const { cv, told } =
    plan(`@inbook{c, title={One}, crossref={b}}\n@inproceedings{p, author={Zed Nobody}, title={Two}, crossref={gone}}
@book{b, author={Zed Nobody}, title={Pots}, subtitle={A Story}, publisher={P}, year=2005}`);
  expect(cv.publications.find(({ title }) => title === "One")).toMatchObject({
    authors: ["Zed Nobody"],
    appearances: [{ kind: "chapter", book: "Pots: A Story" }],
  });
  expect(told).toContain("dropped crossref: crossref gone is not in the file");
});

test("what lacks a venue or a book is kept, with a to-do, and reading it again changes nothing", () => {
  const text = `@article{a, author={Zed Nobody}, title={One}}\n@incollection{c, author={Zed Nobody}, title={Two}, editor={Ann Doe}}
@phdthesis{t, author={Zed Nobody}, title={Three}}`;
  const { cv, told } = plan(text);
  expect(cv.publications.map(({ appearances }) => appearances[0]?.kind)).toEqual(
    Array.from({ length: 3 }, () => "other"),
  );
  expect(told.filter((line) => line.startsWith("to-do "))).toHaveLength(3);
  const again = planMerge(cv, [{ file: "all.bib", reading: readBibtex(text) }], {
    marks: new Map(),
    aliases: [],
  });
  expect(again.edits).toEqual([]);
});

test.each([
  ["Under review at Kettle Letters", "preprint", "under-review"],
  ["Submitted", "preprint", "under-review"],
  ["Working paper", "preprint", "published"],
  ["Manuscript in preparation", "other", "published"],
  ["Talk given at X", "other", "published"],
  ["Submitted version of a talk", "other", "published"],
])("a manuscript of which it is said “%s” is a %s, %s", (note, kind, status) => {
  expect(formOf(`@unpublished{k, author={Zed Nobody}, title={T}, note={${note}}}`)).toMatchObject({
    kind,
    status,
  });
});

test("signs at names mean what the entry itself says, and another thing in the next", () => {
  const { cv } =
    plan(`@article{a, title={One}, journal={J}, author={Zed Nobody$^*$ and Ann Doe$^*$}, note={$^*$ Equal contribution}}
@article{b, title={Two}, journal={J}, author={Zed Nobody$^*$ and Ann Doe$^\\dagger$ and Ed Poe$^\\dagger$}, annotation={* Corresponding author. † These authors contributed equally}}`);
  expect(
    Object.fromEntries(
      cv.publications.map(({ title, equalContribution }) => [title, equalContribution]),
    ),
  ).toEqual({ One: [["Zed Nobody", "Ann Doe"]], Two: [["Ann Doe", "Ed Poe"]] });
});
