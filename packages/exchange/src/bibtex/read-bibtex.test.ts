import { expect, test } from "vitest";
import { decodeBytes } from "../text/decode-bytes.ts";
import type { FoundWork } from "../found/finding.ts";
import { readBibtex } from "./read-bibtex.ts";

const worksOf = (text: string): FoundWork[] =>
  readBibtex(text).found.flatMap((entry) => (entry.kind === "work" ? [entry.work] : []));
const remarksOf = (text: string) =>
  readBibtex(text).remarks.map(({ kind, key, line, field, reason }) => [
    kind,
    key,
    line,
    field,
    reason,
  ]);
const article = (fields: string) =>
  `@article{k, title = {T}, author = {A B}, journal = {J}, ${fields}}`;
const authorsOf = (names: string) =>
  worksOf(`@article{k, title = {T}, journal = {J}, author = {${names}}}`)[0]?.authors;
const titleOf = (title: string) =>
  worksOf(`@article{k, author = {A B}, journal = {J}, title = {${title}}}`)[0]?.title;

test("reads a paper with macros, concatenation, a month and identifiers", () => {
  const text = String.raw`
@string{ icml = "International Conference on Machine Learning" }
@string{ proc = "Proceedings of the 41st " # icml }
@preamble{ "\newcommand{\noopsort}[1]{}" }
@InProceedings{hats, author = "van der Lee, Tim and King, Jr., Martin", title = {{BERT} \& hats},
  booktitle = proc # " (ICML)", year = 2024, month = jul # "~15", pages = {1--16}, doi = {https://doi.org/10.1000/a\_b},
  eprint = {2201.11380v2}, archivePrefix = {arXiv}, howpublished = {\url{https://example.org/~me/a_b}}, keywords = {hats; caps} }`;
  expect(readBibtex(text)).toEqual({
    read: 1,
    found: [
      {
        kind: "work",
        key: "hats",
        line: 5,
        work: {
          title: "BERT & hats",
          authors: [
            { name: "Tim van der Lee", family: "Lee" },
            { name: "Martin King, Jr.", family: "King" },
          ],
          forms: [
            {
              kind: "conference",
              venue: {
                name: "International Conference on Machine Learning",
                acronym: "ICML",
                kind: "conference",
              },
              edition: 41,
              date: "2024-07-15",
              pages: "1-16",
              doi: "10.1000/a_b",
              links: [{ type: "paper", url: "https://example.org/~me/a_b" }],
            },
            { kind: "preprint", arxiv: "2201.11380v2", links: [] },
          ],
          abstract: undefined,
          topics: ["hats", "caps"],
        },
      },
    ],
    remarks: [],
  });
});

test.each([
  [
    String.raw`M{\"u}ller \'{E}t\'e \c{c} \v{s} {\L}ukasz {\o}re \ss{} \aa{} \H{o} na{\"\i}ve`,
    "Müller Été ç š Łukasz øre ß å ő naïve",
  ],
  [
    String.raw`On $\alpha^2$-hats with $n \log n$ pins and $x < 3$`,
    "On α²-hats with n log n pins and x<3",
  ],
  [
    String.raw`\emph{In vivo} and \textbf{not} {\it so}: \textless b\textgreater{} 50\% \& 100%`,
    "In vivo and not so: <b> 50% & 100%",
  ],
  ["``Hats'' --- a--b, o'clock~now", "“Hats” — a–b, o'clock now"],
  ["{{All} in {Braces}}", "All in Braces"],
  [String.raw`The \LaTeX{} of \foo{bar}`, "The LaTeX of bar"],
])("reads LaTeX in titles: %s", (latex, text) => expect(titleOf(latex)).toBe(text));

test.each([
  ["Ludwig van Beethoven and de la Cruz, Juan", ["Ludwig van Beethoven", "Juan de la Cruz"]],
  ["bin Ahmad, Ali and García Lorca, Federico", ["Ali bin Ahmad", "Federico García Lorca"]],
  ["{Barnes and Noble, Inc.} and {OpenAI}", ["Barnes and Noble, Inc.", "OpenAI"]],
  ["Smith, J., and Doe, Jane,and Poe, Edgar", ["J. Smith", "Jane Doe", "Edgar Poe"]],
  ["A. Smith; B. Doe", ["A. Smith", "B. Doe"]],
  ["A Smith, B Doe, C Poe, D Roe", ["A Smith", "B Doe", "C Poe", "D Roe"]],
  [
    String.raw`A. Smith$^*$ and B. Doe\textsuperscript{$\dagger$} and Poe*, Edgar`,
    ["A. Smith", "B. Doe", "Edgar Poe"],
  ],
  ["A. Anderson AND B. Anders", ["A. Anderson", "B. Anders"]],
  ["A. Smith and others", ["A. Smith"]],
  ["A. Smith et al.", ["A. Smith"]],
  ["A. Smith and others and ", ["A. Smith"]],
  ["A. Smith and others and B. Doe", ["A. Smith", "B. Doe"]],
  ["{Others} and A. Smith", ["Others", "A. Smith"]],
])("reads names: %s", (latex, names) =>
  expect(authorsOf(latex)?.map(({ name }) => name)).toEqual(names),
);

test("marks at names are kept apart, and shortened lists are told", () => {
  expect(
    authorsOf(String.raw`A. Smith$^*$ and B. Doe\textsuperscript{$\dagger$} and Poe*, Edgar`)?.map(
      ({ marks }) => marks,
    ),
  ).toEqual(["*", "†", "*"]);
  expect(remarksOf("@article{k, title={T}, journal={J}, author={A. Smith and others}}")).toEqual([
    ["dropped", "k", 1, "author", "“others”: the list of authors is not complete"],
  ]);
});

test("two names joined by a comma are told, a family name before its given names is not", () => {
  const guesses = (names: string) =>
    remarksOf(`@article{k, title={T}, journal={J}, author={${names}}}`).flatMap(
      ([kind, , , , reason]) => (kind === "guessed" ? [reason] : []),
    );
  expect(guesses("Jane Doe, Bob Roe")).toEqual([
    "“Jane Doe, Bob Roe” was taken for one name, Bob Roe Jane Doe; two names are parted by and",
  ]);
  for (const name of [
    "García Lorca, Federico",
    "van der Lee, Tim Jan",
    "King, Jr., Martin Luther",
    "García Lorca, F. A.",
    "Doe, Jane and Roe, Bob",
  ])
    expect(guesses(name)).toEqual([]);
});

test("a broken entry is told with its line and does not take its neighbours with it", () => {
  const text = `---\nlayout: page by me@example.org {x}\n---\n@article{a, title={A}, author={A B}, journal={J}}
@article{broken, author = {Foo, title = {Unclosed }

@article{c, title={C}, author={A B}, journal={J}
@article{d, title={D}, author={A B}, journal={J}, junk }
@article{e, title="E, author={A B}
@article{f, title={F}, author={A B}, journal={J}}`;
  expect(worksOf(text).map(({ title }) => title)).toEqual(["A", "C", "F"]);
  expect(readBibtex(text).read).toBe(6);
  expect(remarksOf(text)).toEqual([
    [
      "left-out",
      "broken",
      5,
      undefined,
      "the entry is broken: a brace is not closed before the next entry begins",
    ],
    ["guessed", "c", 7, "entry", "its closing brace is missing"],
    ["left-out", "d", 8, undefined, "the entry is broken: there is no = after “junk”"],
    ["left-out", "e", 9, undefined, "the entry is broken: a quotation mark is not closed"],
  ]);
});

test("what is doubled, unknown or has no place is told with its field", () => {
  const text = `@article{k, title={T}, author={A B}, journal=jmlr, title={U}, file={x.pdf}, year={2019/2020}}\n@article{k, title={V}, author={A B}, journal={J}, year={soon}}`;
  expect(worksOf(text).map(({ title, forms }) => [title, forms[0]?.date])).toEqual([
    ["T", "2019"],
    ["V", undefined],
  ]);
  expect(remarksOf(text)).toEqual([
    ["guessed", "k", 1, "journal", "“jmlr” is defined nowhere and was taken as it stands"],
    ["dropped", "k", 1, "title", "it stands twice in the entry; the first one counts"],
    ["dropped", "k", 1, "year", "of “2019/2020” only 2019 is kept"],
    ["dropped", "k", 1, "file", "the record has no place for it"],
    ["guessed", "k", 2, "key", "the key is used twice; both entries are read"],
    ["dropped", "k", 2, "year", "“soon” is no date that can be read without doubt"],
  ]);
});

test("a paper inherits from its proceedings, and a circle of references ends", () => {
  const text = `@inproceedings{p, crossref={Q}, title={P}, author={A B}}\n@proceedings{q, title={Proc. of the Hat Conference}, year=2020, editor={E}}
@article{r, crossref={s}, title={R}, author={A B}, journal={J}}\n@article{s, crossref={r}, year=1999}`;
  const [paper, proceedings, other] = worksOf(text);
  expect(proceedings).toMatchObject({ authors: [{ name: "E" }], forms: [{ kind: "edited-book" }] });
  expect(paper?.forms).toEqual([
    expect.objectContaining({
      kind: "conference",
      date: "2020",
      venue: { name: "Hat Conference", acronym: undefined, kind: "conference" },
    }),
  ]);
  expect(other?.forms[0]?.date).toBe("1999");
});

test.each([
  [article("year={2020}, month={March}"), "2020-03"],
  [article("date={2020-05/2021-07}"), "2020-05"],
  [article("date={2020-05-17}, year={1999}"), "2020-05-17"],
  [article("year={2020}, month=7, day=31"), "2020-07-31"],
  [article("year={2020}, month={Feb}, day={31}"), "2020-02"],
  [article("year={1999}, month={Mai/Juni}"), "1999"],
])("reads dates: %s", (text, date) => expect(worksOf(text)[0]?.forms[0]?.date).toBe(date));

test("an entry between round brackets ends at the closing one, and a key may hold one", () => {
  const text = `@string(j = "Journal")\n@article(a), title={T (sic)}, author={A B}, journal=j, year=2011)\n@article{b(2), title={U}, author={A B}, journal=j # " of (Hats)", year=2012}`;
  expect(readBibtex(text).found).toMatchObject([
    {
      key: "a)",
      work: { title: "T (sic)", forms: [{ date: "2011", venue: { name: "Journal" } }] },
    },
    { key: "b(2)", work: { forms: [{ date: "2012", venue: { name: "Journal of (Hats)" } }] } },
  ]);
  expect(remarksOf(text)).toEqual([]);
});

test.each([
  [
    "@misc{k, title={T}, author={A B}, eprint={2201.11380}}",
    { kind: "preprint", arxiv: "2201.11380" },
  ],
  [
    "@article{k, title={T}, author={A B}, journal={arXiv preprint arXiv:2201.11380}}",
    { kind: "preprint", arxiv: "2201.11380", venue: { name: "arXiv", kind: "repository" } },
  ],
  [
    "@article{k, title={T}, author={A B}, journal={CoRR}, volume={abs/2201.11380}}",
    { kind: "preprint", arxiv: "2201.11380", venue: { name: "arXiv", kind: "repository" } },
  ],
  [
    "@online{k, title={T}, author={A B}, doi={10.48550/arXiv.2201.11380}, eprinttype={arxiv}, eprint={2201.11380}}",
    { kind: "preprint", arxiv: "2201.11380" },
  ],
  [
    "@phdthesis{k, title={T}, author={A B}, school={U}}",
    { kind: "thesis", venue: { name: "U", kind: "institution" } },
  ],
  [
    "@unpublished{k, title={T}, author={A B}, note={Under review}}",
    { kind: "preprint", status: "under-review" },
  ],
  [
    "@article{k, title={T}, author={A B}, journal={J}, note={To appear}}",
    { kind: "journal", status: "accepted" },
  ],
  [
    "@article{k, title={T}, author={A B}, journal={J}, year={in press}}",
    { kind: "journal", status: "accepted", date: undefined },
  ],
  // What does not say that it is a preprint is none.
  ["@online{k, title={T}, author={A B}, url={https://example.org}}", { kind: "other" }],
  [
    "@misc{k, title={T}, author={A B}, howpublished={Invited talk, Oslo}}",
    { kind: "other", venue: { name: "Invited talk, Oslo" } },
  ],
  [
    "@misc{k, title={T}, author={A B}, howpublished={\\url{https://example.org}}}",
    { kind: "other" },
  ],
  ["@misc{k, title={T}, author={A B}, type={Preprint}}", { kind: "preprint" }],
  ["@misc{k, title={T}, author={A B}, note={Submitted}}", { kind: "preprint" }],
  [
    "@misc{k, title={T}, author={A B}, howpublished={bioRxiv}}",
    { kind: "preprint", venue: { name: "bioRxiv", kind: "repository" } },
  ],
  [
    "@misc{k, title={T}, author={A B}, url={https://www.medrxiv.org/content/1}}",
    { kind: "preprint" },
  ],
  [
    "@inproceedings{k, title={T}, author={A B}, booktitle={Workshop on Hats at the 3rd Conference on X (CX)}}",
    { kind: "workshop", workshop: "Workshop on Hats", edition: 3 },
  ],
])("finds the kind of %s", (text, form) => expect(worksOf(text)[0]?.forms[0]).toMatchObject(form));

test.each([
  [
    "@book{b, title={T}, author={A B}, publisher={P}, isbn={978-0-306-40615-7}, edition={Second}}",
    { kind: "book", publisher: "P", isbn: "978-0-306-40615-7", edition: 2 },
  ],
  ["@book{b, title={T}, editor={A B}, series={S}}", { kind: "edited-book", series: "S" }],
  [
    "@incollection{b, title={T}, author={A B}, booktitle={The Book}, editor={C D}}",
    { kind: "chapter", book: "The Book", editors: [{ name: "C D" }] },
  ],
  [
    "@techreport{b, title={T}, author={A B}, institution={I}, number={7}}",
    { kind: "report", number: "7", venue: { name: "I", kind: "institution" } },
  ],
  ["@mastersthesis{b, title={T}, author={A B}, school={U}}", { kind: "master-thesis" }],
  [
    "@thesis{b, title={T}, author={A B}, institution={U}, type={mathesis}}",
    { kind: "master-thesis" },
  ],
  [
    "@misc{b, title={T}, author={A B}, howpublished={EXCON}, type={Poster}}",
    { kind: "poster", venue: { name: "EXCON", kind: "conference" } },
  ],
  ["@software{b, title={T}, author={A B}, version={1.2}}", { kind: "software", number: "1.2" }],
  ["@article{b, title={T}, author={A B}, journal={J}, type={Review}}", { kind: "review" }],
])("knows the kinds of other fields: %s", (text, form) =>
  expect(worksOf(text)[0]?.forms[0]).toMatchObject(form),
);

test("translators are kept until it is known who the owner is", () => {
  expect(
    worksOf("@book{b, title={T}, author={A B}, translator={C D}, origtitle={O}}")[0],
  ).toMatchObject({
    translators: [{ name: "C D" }],
    originalTitle: "O",
  });
});

test("old encodings and byte-order marks are read", () => {
  const latin = Uint8Array.from(
    "@article{k, title={Caf\u00e9}, author={A B}, journal={J}}",
    (sign) => sign.charCodeAt(0),
  );
  expect(decodeBytes(latin)).toMatchObject({ encoding: "Windows-1252" });
  expect(worksOf(decodeBytes(latin).text)[0]?.title).toBe("Café");
  const marked = new TextEncoder().encode(
    "\uFEFF@article{k, title={Café}, author={A B}, journal={J}}",
  );
  expect(worksOf(decodeBytes(marked).text)[0]?.title).toBe("Café");
});
