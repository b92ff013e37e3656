import { Cv } from "@triptych/schema";
import { composeEdition } from "@triptych/view";
import { simpleParser } from "mailparser";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { expect, test } from "vitest";
import { createAddresses } from "../../addresses/page-addresses.ts";
import { language } from "../../words.ts";
import { composeMessage } from "../compose-message.ts";
import { digestText } from "./digest-text.ts";
import { renderDigest } from "./render-letter.tsx";

const TEXTS = [
  "Ọlá Òṣó, ệ and ǭ̀",
  "김철수, 高橋健太",
  "שלום, (1520)? A title that is longer than any line of a letter as plain text, אבג דהו זחט יכל.",
  "می\u200cخواهم",
  "ﬁne oﬃce",
  "Donau\u00addampf\u00adschiff",
  "👩\u200d🔬 and 🏳️\u200d🌈",
  "A & B < C > D; &amp; “typo” \"quoted\" 'single'",
  "a\u2028b and c\u00a0d",
  "=3D ?= =?utf-8?q?x?= . From here",
];

type Node = DefaultTreeAdapterMap["node"];

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

/** Line breaks are where a line ends, and isolates close before them. */
const unwrapped = (text: string) =>
  text.replaceAll(/[\u2068\u2069]/g, "").replaceAll(/[ \n]+/g, " ");

test("every text comes back from the message, from both of its parts and its subject", async () => {
  const publications = TEXTS.map((title, index) => ({
    id: `w${index}`,
    title,
    authors: ["Ada Sample", `Ann ${title}`],
    appearances: [{ kind: "preprint" }],
  }));
  for (const works of [publications, ...publications.map((work) => [work])]) {
    const cv = Cv.parse({ profile: { name: "Ada Sample" }, publications: works });
    const edition = composeEdition(cv, language, new Set());
    if (edition === undefined) throw new Error("nothing to tell");
    const addresses = createAddresses("https://site.example");
    const props = { name: "Ada Sample", contact: undefined, edition, number: 1, note: undefined };
    const letter = await renderDigest({ ...props, addresses, unsubscribe: "https://x.example/" });
    const bytes = await composeMessage(
      {
        from: { name: "Ada Sample", address: "ada@example.org" },
        to: "bo@example.org",
        letter,
        messageId: "<1@example.org>",
        headers: {},
        date: new Date(0),
      },
      undefined,
    );
    const read = await simpleParser(bytes, { skipTextToHtml: true, skipHtmlToText: true });
    const html = textOf(parse(read.html || ""));
    for (const { title, authors } of works) {
      for (const text of [title, ...authors]) {
        expect(html.includes(text), text).toBe(true);
        expect(unwrapped(read.text ?? "").includes(text), text).toBe(true);
      }
      if (works.length === 1)
        expect(read.subject?.replaceAll(/[\u2068\u2069]/g, "")).toBe(`Ada Sample: ${title}`);
    }
  }
});

test("a line of the text ends every isolate that it begins", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Sample" },
    publications: [
      {
        id: "w",
        title: "אבג ".repeat(60).trim(),
        authors: ["A"],
        appearances: [{ kind: "preprint" }],
      },
    ],
  });
  const edition = composeEdition(cv, language, new Set());
  if (edition === undefined) throw new Error("nothing to tell");
  const text = digestText({
    name: "נועה",
    contact: undefined,
    edition,
    number: 1,
    note: undefined,
    addresses: createAddresses("https://site.example"),
    unsubscribe: "https://x.example/",
  });
  const lines = text.split("\n").filter((line) => /\p{Script=Hebrew}/u.test(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines)
    expect(line.split("\u2068").length, line).toBe(line.split("\u2069").length);
});
