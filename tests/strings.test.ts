import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Cv } from "@triptych/schema";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { beforeAll, expect, test } from "vitest";
import { attribute, byTag, findAll, type Node, parsePage, textOf } from "./support/html-page.ts";
import { STATE } from "./support/places.ts";
import { buildRenderings, type Renderings } from "./support/renderings.ts";

/** Texts that a renderer, an encoding or a format could change. */
const TEXTS = [
  "Ọlá Òṣó, ệ and ǭ̀",
  "김철수, 高橋健太 and 司马懿",
  "שלום, (1520)?",
  "هل تفهم الآلة؟",
  "می\u200cخواهم",
  "क्ष्म and क्\u200dष",
  "ไทย ที่นี่",
  "ﬁne oﬃce ﬆ",
  "Donau\u00addampf\u00adschiff",
  "👩\u200d🔬 and 🏳️\u200d🌈",
  "A & B < C > D; &amp; &lt;",
  "“typo” \"quoted\" 'single' ‘both’",
  "</script><!-- --><b>x</b>",
  "a\u2028b and c\u2029d",
  "a\u00a0b\u202fc",
  "$E=mc^2$ \\alpha {braces} % # _ ~ ^",
  "*stars* [link](https://e.example) `code`",
  "İstanbul ısı ß ẞ ŉ",
  "𝔸𝕓 𝒳 and \u{20000}",
  "ʻOkina ʼn",
];

const CONTENT = join(STATE, "tests", "strings-content");
const names = TEXTS.map((text) => `Ann ${text}`);
/** One field a text: title, author, venue, topic, abstract. */
const RECORD = {
  profile: { name: "Ada Sample" },
  venues: TEXTS.map((text, index) => ({ id: `v${index}`, name: `Venue ${text}`, kind: "journal" })),
  publications: TEXTS.map((text, index) => ({
    id: `w${index}`,
    title: text,
    authors: ["Ada Sample", names[index]],
    abstract: `Abstract ${text}`,
    topics: [`topic ${text}`],
    appearances: [{ kind: "journal", venue: `v${index}`, date: "2024-05-06" }],
  })),
  talks: TEXTS.map((text) => ({ title: `Talk ${text}`, host: `Host ${text}`, date: "2024" })),
};

let made: Renderings;
let cv: Cv;
const read = (path: string) => readFile(join(made.site, path), "utf8");

beforeAll(async () => {
  await mkdir(CONTENT, { recursive: true });
  await writeFile(join(CONTENT, "cv.yaml"), JSON.stringify(RECORD));
  made = await buildRenderings(CONTENT, "strings");
  cv = Cv.parse(RECORD);
});

const codes = (text: string) => [...text].map((one) => one.codePointAt(0)?.toString(16)).join(" ");

/** The text of the only element of a class, code point for code point. */
const ofClass = (page: Node, name: string) =>
  findAll(page, (element) => attribute(element, "class")?.split(" ").includes(name) === true);

function metaOf(page: Node, name: string): string[] {
  return byTag(page, "meta").flatMap((element) =>
    attribute(element, "name") === name ? [attribute(element, "content") ?? ""] : [],
  );
}

test("the record is read as it is written", () => {
  expect(made.cv.publications.map(({ title }) => codes(title))).toEqual(TEXTS.map(codes));
});

test("every text comes back from the page of its work", async () => {
  for (const [index, text] of TEXTS.entries()) {
    const page = parsePage(await read(`publications/w${index}/index.html`));
    expect(codes(textOf(ofClass(page, "p-name")[0] ?? page)), text).toBe(codes(text));
    const main = textOf(byTag(page, "main")[0] ?? page);
    for (const part of [`Ann ${text}`, `Venue ${text}`, `topic ${text}`])
      expect(main.includes(part), part).toBe(true);
    expect(main, text).toContain(`Abstract ${text}`);
    expect(metaOf(page, "citation_title")).toEqual([text]);
    const [data] = byTag(page, "script").filter(
      (script) => attribute(script, "type") === "application/ld+json",
    );
    const json = data?.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
    expect(JSON.stringify(JSON.parse(json ?? "")), text).toContain(JSON.stringify(text));
  }
});

test("every text comes back from lists, the CV and the mail", async () => {
  const [list, page, mail] = [
    textOf(parsePage(await read("publications/index.html"))),
    textOf(parsePage(await read("cv/index.html"))),
    textOf(parsePage(made.mail ?? "")),
  ];
  for (const text of TEXTS) {
    for (const [name, place] of Object.entries({ list, page, mail }))
      for (const part of [text, `Ann ${text}`, `Venue ${text}`])
        expect(place.includes(part), `${name}: ${part}`).toBe(true);
    expect(page, text).toContain(`Talk ${text}`);
    expect(page, text).toContain(`Host ${text}`);
  }
});

test("every text comes back from the feeds and the files of data", async () => {
  const atom = parseAtomFeed(await read("feed.xml")).entries ?? [];
  const json = parseJsonFeed(await read("feed.json")).items ?? [];
  expect(atom.map(({ title }) => codes(title?.value ?? ""))).toEqual(TEXTS.map(codes));
  expect(json.map(({ title }) => codes(title ?? ""))).toEqual(TEXTS.map(codes));
  for (const [index, text] of TEXTS.entries()) {
    expect(atom[index]?.authors?.[1]?.name, text).toBe(names[index]);
    expect(json[index]?.authors?.[1]?.name, text).toBe(names[index]);
    expect(atom[index]?.summary?.value, text).toContain(`Abstract ${text}`);
    expect(json[index]?.content_text, text).toContain(`Abstract ${text}`);
  }
  expect(Cv.parse(JSON.parse(await read("cv.json"))).publications).toEqual(cv.publications);
  const csl: { title: string; "container-title": string }[] = JSON.parse(
    await read("publications.csl.json"),
  );
  expect(csl.map(({ title }) => codes(title)).toSorted()).toEqual(TEXTS.map(codes).toSorted());
});
