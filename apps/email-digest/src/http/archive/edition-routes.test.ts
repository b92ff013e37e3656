import { Cv, type CvInput } from "@triptych/schema";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEdition } from "../../editions/create-edition.ts";
import { keepChoice } from "../../subscribers/preferences/choice.ts";
import { EMPTY_JOURNAL } from "../../testing/empty-journal.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../mail/letter.ts";
import { renderEdition } from "../../editions/render-edition.ts";
import { storeBaseline } from "../../editions/announcements.ts";

const work = (
  id: string,
  title: string,
  topics: string[],
): NonNullable<CvInput["publications"]>[number] => ({
  id,
  title,
  authors: ["Ada Example"],
  appearances: [{ kind: "preprint", date: "2026" }],
  topics,
});
const base = Cv.parse({ profile: { name: "Ada & Example" } });
const cv = Cv.parse({
  profile: { name: "Ada & Example" },
  publications: [work("one", "When a < b & c > d", ["Signs"]), work("two", "Hats", ["Hats"])],
});
const later = Cv.parse({
  ...cv,
  publications: [...cv.publications, work("three", "Gloves", ["Hats"])],
});

let it: TestApp;
let reader: string;

const make = (record: Cv) => {
  const { db, now, addresses } = it.service;
  const render = (
    edition: Parameters<typeof renderEdition>[1],
    number: number,
    tailored?: string,
  ) => renderEdition(record, edition, number, addresses, tailored);
  return createEdition({
    db,
    journal: EMPTY_JOURNAL,
    cv: record,
    domain: "x.example",
    now: now(),
    render,
    enqueue: () => Promise.resolve(),
  });
};
const text = async (path: string, status = 200) => {
  const response = await it.app.request(path);
  expect(response.status, path).toBe(status);
  return response.text();
};
const unescape = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

beforeAll(async () => {
  it = await openTestApp({ cv: later });
  await storeBaseline(it.service.db, base);
  reader = await it.join("reader@example.org");
  await it.join("plain@example.org");
  await keepChoice(it.service.db, reader, { topics: ["Hats"], frequency: "every" });
  it.pass(1);
  await make(cv);
});
afterAll(() => it.close());

describe("the archive", () => {
  test("shows every edition byte for byte as it is stored, but for the address that is everybody's own", async () => {
    const stored = await it.service.db.selectFrom("editions").selectAll().executeTakeFirstOrThrow();
    const shown = async (path: string) =>
      (await text(path)).replaceAll("https://site.example/digest/manage", "M");
    const masked = (mail: string) =>
      mail
        .replaceAll(UNSUBSCRIBE_PLACEHOLDER, "M")
        .replaceAll("https://site.example/digest/manage", "M");
    expect(await shown("/digest/editions/1")).toBe(masked(stored.html));
    expect(await shown("/digest/editions/1/text")).toBe(masked(stored.text));
    expect(stored.hash).toBe(
      createHash("sha256")
        .update([stored.subject, stored.html, stored.text].join("\0"))
        .digest("hex"),
    );
    expect((await it.app.request("/digest/editions/1")).headers.get("etag")).toBe(
      `"${stored.hash}"`,
    );
    for (const path of [
      "/digest/editions/0",
      "/digest/editions/2",
      "/digest/editions/x",
      "/digest/editions/1/0123456789abcdef",
      "/digest/editions/9/text",
    ])
      await text(path, 404);
  });

  test("lists them, and has what readers of chosen topics got", async () => {
    expect(await text("/digest/editions")).toContain("2 new papers");
    const { key } = await it.service.db
      .selectFrom("edition_variants")
      .select("key")
      .executeTakeFirstOrThrow();
    const tailored = await text(`/digest/editions/1/${key}`);
    expect(tailored).toContain("Hats");
    expect(tailored).not.toContain("When a");
    expect(tailored).toContain(`/digest/editions/1/${key}`);
  });

  test("is an Atom feed whose content is the stored mail", async () => {
    const response = await it.app.request("/digest/editions/feed.xml");
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = await response.text();
    expect(feed).toContain("<title>New work by Ada &amp; Example, as mailed</title>");
    const content = /<content type="html">([\s\S]*?)<\/content>/.exec(feed)?.[1] ?? "";
    expect(unescape(content)).toBe(await text("/digest/editions/1"));
  });

  test("of no edition is a feed too, and gives no time that nothing happened at", async () => {
    const empty = await openTestApp();
    expect(await (await empty.app.request("/digest/editions/feed.xml")).text()).toContain(
      "<updated>1970-01-01T00:00:00.000Z</updated>",
    );
    await empty.close();
  });
});

describe("the next edition", () => {
  test("is shown by the function that will make it, whole or by topic", async () => {
    const page = await text("/digest/next");
    expect(page).toContain("Gloves");
    expect(page).not.toContain("When a");
    expect(await text("/digest/next?topic=Signs")).toContain("There is nothing new yet");
    const preview = await text("/digest/next/mail");
    it.pass(1);
    expect(await make(later)).toMatchObject({ kind: "created", number: 2 });
    const { html } = await it.service.db
      .selectFrom("editions")
      .where("number", "=", 2)
      .select("html")
      .executeTakeFirstOrThrow();
    expect(preview).toBe(
      html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, "https://site.example/digest/manage"),
    );
    expect((await it.app.request("/digest/next/mail")).status).toBe(302);
  });
});
