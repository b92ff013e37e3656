import { caniemail } from "caniemail";
import { Cv, type CvInput } from "@triptych/schema";
import { composeEdition } from "@triptych/view";
import { type ParsedMail, simpleParser } from "mailparser";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAddresses } from "../../addresses/page-addresses.ts";
import { createFolderMailer } from "../../smtp/mailer.ts";
import { listHeaders } from "../headers.ts";
import { renderConfirmation, renderDigest } from "./render-letter.tsx";
import { UNSUBSCRIBE_PLACEHOLDER } from "../letter.ts";
import { deliveryMessageId } from "../message-id.ts";
import { language } from "../../words.ts";

const addresses = createAddresses("https://site.example");
const unsubscribe = addresses.unsubscribe("t".repeat(43));

const CODE = "https://code.example/x";

const work = (index: number): NonNullable<CvInput["publications"]>[number] => ({
  id: `work-${index}`,
  title: `Çalışma ${index}: on “quoted” & <angled> things`,
  authors: ["Łucja Example", "Ada Example"],
  appearances: [{ kind: "preprint", date: "2026", links: [{ type: "code", url: CODE }] }],
  abstract: "An abstract that goes on. ".repeat(30),
});

/** Mail programs whose users are many, by the names of caniemail.com. */
const PROGRAMS = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "samsung-email.*"] as const;

/** What some of them pass over, and why the mail reads well without it. */
const DISPENSABLE = new Map([
  ["color-scheme CSS property", "dark colours are an addition"],
  ["color-scheme meta tag", "dark colours are an addition"],
  ["@media", "dark colours are an addition"],
  ["<style> element", "dark colours are an addition"],
  ["display:none", "the line for the list of mails is hidden in several ways at once"],
  ["opacity", "the line for the list of mails is hidden in several ways at once"],
  ["overflow", "the line for the list of mails is hidden in several ways at once"],
  ["max-height property", "the line for the list of mails is hidden in several ways at once"],
  ["system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace", "another face follows"],
  ["text-decoration-line", "links have a colour too, or are titles"],
  ["target attribute", "links open as the program likes"],
  ["<body> element", "texts bring their own colours and faces"],
  ["aria-hidden attribute", "it is on dots only"],
  ["role attribute", "a table with one cell"],
]);

const listDropped = (html: string): string[] => [
  ...new Set(
    [...caniemail({ clients: [...PROGRAMS], html }).issues.errors.values()].flatMap((issues) =>
      issues.map(({ title }) => title),
    ),
  ),
];

let folder: string;
let raw: string;
let mail: ParsedMail;
let stored: Awaited<ReturnType<typeof renderDigest>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-mail-"));
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    publications: Array.from({ length: 30 }, (_, index) => work(index)),
  });
  const edition = composeEdition(cv, language, new Set());
  if (edition === undefined) throw new Error("nothing to tell");
  stored = await renderDigest({
    name: "Ada Exämple",
    contact: "ada@example.org",
    edition,
    number: 7,
    note: "A note.",
    addresses,
    unsubscribe: UNSUBSCRIBE_PLACEHOLDER,
  });
  const outcome = await createFolderMailer(folder).send({
    letter: stored,
    unsubscribe,
    from: { name: "Ada Exämple", address: "digest@site.example" },
    to: "reader@example.org",
    messageId: deliveryMessageId(7, "id", "site.example"),
    headers: listHeaders("Ada Exämple", addresses, unsubscribe),
    date: new Date("2026-01-01T09:00:00Z"),
  });
  if (outcome.kind !== "accepted") throw new Error(outcome.reply);
  const [file = ""] = await readdir(folder);
  raw = await readFile(join(folder, file), "utf8");
  mail = await simpleParser(raw);
});
afterAll(() => rm(folder, { recursive: true }));

const headerLines = () =>
  raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .replaceAll(/\r\n[ \t]+/g, " ")
    .split("\r\n");
const header = (name: string) =>
  headerLines()
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());

describe("headers", () => {
  test("one click to leave, as RFC 8058 has it", () => {
    expect(header("List-Unsubscribe")).toEqual([`<${unsubscribe}>`]);
    expect(header("List-Unsubscribe-Post")).toEqual(["List-Unsubscribe=One-Click"]);
  });

  test("the list names itself, its archive and its help", () => {
    expect(header("List-Id")[0]).toMatch(/<new-work\.site\.example>$/);
    expect(header("List-Archive")).toEqual(["<https://site.example/digest/editions>"]);
    expect(header("List-Help")).toEqual(["<https://site.example/digest/>"]);
    expect(header("Auto-Submitted")).toEqual(["auto-generated"]);
  });

  test("one sender, one recipient, one date, one id of our own domain", () => {
    for (const name of ["From", "To", "Date", "Message-ID", "Subject"])
      expect(header(name), name).toHaveLength(1);
    expect(header("Message-ID")[0]).toMatch(/^<[0-9a-f]{40}@site\.example>$/);
    expect(mail.from?.value).toEqual([{ name: "Ada Exämple", address: "digest@site.example" }]);
  });

  test("no line is longer than mail may be, and none carries what it must not", () => {
    for (const line of raw.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    expect(raw.slice(0, raw.indexOf("\r\n\r\n"))).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });
});

describe("the text", () => {
  test("comes first, and tells the same works in the same order as the HTML", () => {
    expect(raw.indexOf("text/plain")).toBeLessThan(raw.indexOf("text/html"));
    const order = (text: string) => [...text.matchAll(/Çalışma (\d+)/g)].map(([, index]) => index);
    const html = typeof mail.html === "string" ? mail.html.slice(mail.html.indexOf("<h1")) : "";
    expect(order(mail.text ?? "")).toEqual(order(html));
    expect(order(html)).toHaveLength(30);
    expect(mail.text).toContain(unsubscribe);
    expect(mail.text).toContain("A note.");
  });
});

describe("the HTML", () => {
  test("uses nothing that a widespread mail program drops, but for what it reads well without", () => {
    expect(listDropped(stored.html).filter((title) => !DISPENSABLE.has(title))).toEqual([]);
    expect(listDropped('<div style="display:flex"><svg></svg></div>')).toEqual(
      expect.arrayContaining(["display:flex"]),
    );
  });

  test("stays below 60 kB: with too many works it lists those that fit, and counts the rest in both parts", async () => {
    expect(Buffer.byteLength(typeof mail.html === "string" ? mail.html : "")).toBeLessThan(60_000);
    const cv = Cv.parse({
      profile: { name: "Ada Example" },
      publications: Array.from({ length: 300 }, (_, index) => work(index)),
    });
    const edition = composeEdition(cv, language, new Set());
    if (edition === undefined) throw new Error("nothing to tell");
    const long = await renderDigest({
      name: "Ada",
      edition,
      number: 7,
      note: undefined,
      addresses,
      unsubscribe: UNSUBSCRIBE_PLACEHOLDER,
    });
    expect(Buffer.byteLength(long.html)).toBeLessThan(60_000);
    const [html, text] = [long.html.slice(long.html.indexOf("<h1")), long.text].map((part) =>
      [...part.matchAll(/Çalışma (\d+)/g)].map(([, index]) => index),
    );
    expect(html).toEqual(text);
    expect(html?.length).toBeGreaterThan(60);
    expect(long.html).not.toContain(CODE);
    for (const part of [long.html, long.text])
      expect(part).toContain(`${300 - (html?.length ?? 0)} more`);
  });

  test("both parts say how the researcher is reached", () => {
    expect(stored.html).toContain('href="mailto:ada@example.org"');
    expect(stored.text).toContain("Questions go to ada@example.org.");
  });

  test("loads nothing, watches nobody, rewrites no link", () => {
    expect(stored.html).not.toMatch(/<img|<script|<iframe|<link |url\(|background=|data:/i);
    const links = [...stored.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    const known = [UNSUBSCRIBE_PLACEHOLDER, CODE, "mailto:ada@example.org"];
    for (const link of links)
      expect(known.includes(link ?? "") || link?.startsWith("https://site.example"), link).toBe(
        true,
      );
    expect(links).toContain(CODE);
    const early = stored.html.slice(0, 10_000);
    for (const way of [UNSUBSCRIBE_PLACEHOLDER, addresses.edition(7)]) expect(early).toContain(way);
  });

  test("escapes what the record holds", () => {
    expect(stored.html).toContain("&lt;angled&gt;");
    expect(stored.html).not.toContain("<angled>");
  });

  test("says its language and schemes, and marks layout tables as such", () => {
    expect(stored.html).toContain('lang="en"');
    expect(stored.html).toContain('name="color-scheme"');
    for (const [table] of stored.html.matchAll(/<table[^>]*>/g))
      expect(table).toContain('role="presentation"');
  });
});

test("the confirmation mail holds nothing but our own words and one link", async () => {
  const { html, text, subject } = await renderConfirmation({
    name: "Ada Example",
    confirm: "https://site.example/digest/confirm/t",
    most: 5,
  });
  expect(subject).toBe("Confirm your subscription to new work by Ada Example");
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    "https://site.example/digest/confirm/t",
  ]);
  expect(text.match(/https?:/g)).toHaveLength(1);
  expect(Buffer.byteLength(html)).toBeLessThan(8_000);
});
