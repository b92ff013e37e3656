import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCv } from "./load-cv.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-remedy-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(text: string) {
  const profile = /^profile/m.test(text) ? "" : "profile: { name: Ann Sample }\n";
  await writeFile(join(folder, "a.yaml"), `${text}${profile}`);
  return loadCv(folder);
}

/** `line  lines to paste` of every fault. */
async function pastesOf(text: string): Promise<string[]> {
  const result = await load(text);
  return result.kind === "valid"
    ? []
    : result.faults.map(({ line, paste }) => `${line}  ${paste ?? ""}`);
}

const tutorial = (rest: string) => `tutorials:\n  - { title: T, event: E, ${rest} }\n`;
const dated = (date: string) => `media:\n  - title: T\n    outlet: O\n    date: ${date}\n`;
const post = (period: string) =>
  `positions:\n  - title: T\n    institution: { name: I }\n    period: ${period}\n`;
const grant = (amount: string) =>
  `grants:\n  - title: T\n    funders: [F]\n    period: { start: 2020 }\n    amount: ${amount}\n`;
const work = (authors: string, appearance = "kind: preprint") =>
  `publications:\n  - id: one\n    title: T\n    authors: ${authors}\n    appearances: [{ ${appearance} }]\n`;

describe("a value that was meant otherwise", () => {
  test.each<[string, string, string]>([
    ["a period as a text", post("2018-2020"), "    period: { start: 2018, end: 2020 }"],
    ["with an en dash and spaces", post("2018 – 2020"), "    period: { start: 2018, end: 2020 }"],
    ["with an open end", post("since 2018"), "    period: { start: 2018, end: present }"],
    ["with months", post("03/2018 - now"), "    period: { start: 2018-03, end: present }"],
    ["of one year", post("2018"), "    period: { start: 2018 }"],
    [
      "with an end in words",
      post("{ start: 2018, end: today }"),
      "    period: { start: 2018, end: present }",
    ],
    ["a month in words", dated("Jun 2024"), "    date: 2024-06"],
    ["a day in words", dated("12 June 2024"), "    date: 2024-06-12"],
    ["a German date", dated("12.06.2024"), "    date: 2024-06-12"],
    ["a month of one digit", dated("2024-6"), "    date: 2024-06"],
    ["a month behind a dot", dated("2024.10"), "    date: 2024-10"],
    ["a date in curly quotes", dated("“2024”"), "    date: 2024"],
    ["authors as one text", work("Ann Sample, Bob Other"), "    authors: [Ann Sample, Bob Other]"],
    ["with and", work("Ann Sample and Bob Other"), "    authors: [Ann Sample, Bob Other]"],
    ["with semicolons", work("Ann Sample; Bob Other"), "    authors: [Ann Sample, Bob Other]"],
    ["one author", work("Ann Sample"), "    authors: [Ann Sample]"],
    [
      "an institution by its name",
      "positions:\n  - title: T\n    period: { start: 2018 }\n    institution: Oxford\n",
      "    institution: { name: Oxford }",
    ],
    ["an amount as a text", grant("€ 250.000"), "    amount: { value: 250000, currency: EUR }"],
    [
      "with a German comma",
      grant("1.250.000,50 EUR"),
      "    amount: { value: 1250000.5, currency: EUR }",
    ],
    [
      "thousands behind a dot",
      grant("{ value: 250.000, currency: EUR }"),
      "    amount: { value: 250000, currency: EUR }",
    ],
    [
      "thousands that are not round",
      grant("{ value: 249.750, currency: EUR }"),
      "    amount: { value: 249750, currency: EUR }",
    ],
    [
      "thousands behind a comma",
      grant("{ value: 250,000, currency: EUR }"),
      "    amount: { value: 250000, currency: EUR }",
    ],
    [
      "thousands behind a line",
      grant("{ value: 250_000, currency: EUR }"),
      "    amount: { value: 250000, currency: EUR }",
    ],
    [
      "with an exponent",
      grant("{ value: 1e3, currency: EUR }"),
      "    amount: { value: 1000, currency: EUR }",
    ],
    [
      "in base sixteen",
      grant("{ value: 0x10, currency: EUR }"),
      "    amount: { value: 16, currency: EUR }",
    ],
    [
      "with a zero before it",
      grant("{ value: 0250, currency: EUR }"),
      "    amount: { value: 250, currency: EUR }",
    ],
  ])("%s", async (_name, text, paste) => {
    const key = /^ *\w+:/.exec(paste)?.[0] ?? "";
    const line = text.split("\n").findIndex((own) => own.startsWith(key)) + 1;
    expect(await pastesOf(text)).toEqual([`${line}  ${paste}`]);
  });

  test("yes and no, a time, a share, a single role", async () => {
    expect(await pastesOf(tutorial("date: 2024, roles: presenter, minutes: 1:30"))).toEqual([
      "2    - { title: T, event: E, date: 2024, roles: [presenter], minutes: 90 }",
      "2    - { title: T, event: E, date: 2024, roles: [presenter], minutes: 90 }",
    ]);
    expect(await pastesOf("settings: { referencesOnRequest: yes }\n")).toEqual([
      "1  settings: { referencesOnRequest: true }",
    ]);
    expect(await pastesOf("awards: [{ title: T, date: 2024, selectivity: 8% }]\n")).toEqual([
      "1  awards: [{ title: T, date: 2024, selectivity: 8 }]",
    ]);
  });

  test("what is read as it is written, is left alone", async () => {
    expect(await pastesOf(grant("{ value: 250.50, currency: EUR }"))).toEqual([]);
    expect(await pastesOf("awards: [{ title: T, date: 2024, selectivity: 1.125 }]\n")).toEqual([]);
    expect(await pastesOf(dated("2024"))).toEqual([]);
  });

  test("a date that can be read in two ways is not guessed", async () =>
    expect(await pastesOf(dated("03/04/2024"))).toEqual(["4  "]));

  test("identifiers and addresses lose what was put around them", async () => {
    const { length } = await pastesOf(
      work("[Ann Sample]", "kind: preprint, doi: https://doi.org/10.5555/x"),
    );
    expect(length).toBe(1);
    expect(
      await pastesOf(work("[Ann Sample]", "kind: preprint, doi: https://doi.org/10.5555/x")),
    ).toEqual(["5      appearances: [{ kind: preprint, doi: 10.5555/x }]"]);
    expect(
      await pastesOf("media: [{ title: T, outlet: O, date: 2024, url: example.org }]\n"),
    ).toEqual(["1  media: [{ title: T, outlet: O, date: 2024, url: https://example.org }]"]);
  });
});

describe("a venue by its name", () => {
  test("that is known", async () =>
    expect(
      await pastesOf(
        `venues: [{ id: jx, name: Journal X, kind: journal }]\n${work("[Ann Sample]", "kind: journal, venue: Journal X")}`,
      ),
    ).toEqual(["6      appearances: [{ kind: journal, venue: jx }]"]));

  test("that is not", async () => {
    const result = await load(work("[Ann Sample]", "kind: journal, venue: Nature"));
    expect(result).toMatchObject({
      faults: [
        {
          message: expect.stringContaining("- { id: nature, name: Nature, kind: journal }"),
          paste: "    appearances: [{ kind: journal, venue: nature }]",
        },
      ],
    });
  });

  test("that has no letter for an id, or is written out where the id belongs", async () => {
    const numbered = await load(work("[Ann Sample]", "kind: journal, venue: 見本誌"));
    expect(numbered).toMatchObject({
      faults: [
        {
          message: expect.stringContaining("- { id: venue-1, name: 見本誌, kind: journal }"),
          paste: "    appearances: [{ kind: journal, venue: venue-1 }]",
        },
      ],
    });
    const written = await load(
      work("[Ann Sample]", "kind: journal, venue: { name: Ann. X, acronym: AX }"),
    );
    expect(written).toMatchObject({
      faults: [
        {
          message: expect.stringContaining(
            "- { id: ann-x, name: Ann. X, kind: journal, acronym: AX }",
          ),
          paste: "    appearances: [{ kind: journal, venue: ann-x }]",
        },
      ],
    });
  });

  test("an id with a slip", async () =>
    expect(
      await pastesOf(
        `venues: [{ id: journal-x, name: X, kind: journal }]\n${work("[Ann Sample]", "kind: journal, venue: jornal-x")}`,
      ),
    ).toEqual(["6      appearances: [{ kind: journal, venue: journal-x }]"]));
});

describe("keys and groups", () => {
  test.each<[string, string, string[]]>([
    ["no space after the only key", "profile:\n  name:Ann Sample\n", ["2    name: Ann Sample"]],
    ["a group as a text", "profile: Ann Sample\n", ["1  profile: { name: Ann Sample }"]],
    ["keys that are not indented", "profile:\nname: Ann\n", ["1  ", "2    name: Ann"]],
    [
      "dashes without a space",
      "profile:\n  name: Ann\n  emails:\n    -a@b.org\n",
      ["4      - a@b.org"],
    ],
    ["a capital key", "profile:\n  Name: Ann\n", ["2    name: Ann"]],
    [
      "an entry without its dash",
      "talks:\n  title: A\n  date: 2024\n",
      ["2    - title: A\n    date: 2024"],
    ],
    [
      "a text in brackets",
      "talks:\n  - title: [Retracted]\n    date: 2024\n",
      ['2    - title: "[Retracted]"'],
    ],
    [
      "a name that means nothing",
      "profile:\n  name: Ann\n  family: Null\n",
      ['3    family: "Null"'],
    ],
  ])("%s", async (_name, text, pastes) => expect(await pastesOf(text)).toEqual(pastes));
});

test("an address beside the links of a work becomes one of them", async () => {
  const form = (given: string) => work("[Ann Sample]", `kind: preprint, ${given}`);
  expect(await pastesOf(form("pdf: https://example.org/a.pdf"))).toEqual([
    "5      appearances: [{ kind: preprint, links: [{ type: paper, url: https://example.org/a.pdf }] }]",
  ]);
  const beside =
    "code: https://example.org/c, links: [{ type: paper, url: https://example.org/a }]";
  expect(await load(form(beside))).toMatchObject({
    faults: [{ message: "belongs to links, as { type: code, url: https://example.org/c }" }],
  });
});

test("what cannot be kept is not offered", async () => {
  expect(await pastesOf("profile:\n  name: { en: Ann, nl: Anna }\n")).toEqual(["2  "]);
  expect(await pastesOf("talks: [{ title: A, titleEn: B, date: 2024 }]\n")).toEqual(["1  "]);
});

test("decomposed characters are composed, in addresses they stay", async () => {
  const result = await load(
    "media: [{ title: Cafe\u0301, outlet: O, date: 2024, url: https://example.org/e\u0301 }]\n",
  );
  expect(result).toMatchObject({
    kind: "valid",
    cv: { media: [{ title: "Caf\u00e9", url: "https://example.org/e\u0301" }] },
  });
});

test("an equals sign or a wide colon where a group belongs", async () => {
  expect(await pastesOf("profile:\n  name = Ann\n  headline = Tea\n")).toEqual([
    "2    name: Ann\n  headline: Tea",
  ]);
  expect(await pastesOf("profile:\n  name：Ann\n")).toEqual(["2    name: Ann"]);
});
