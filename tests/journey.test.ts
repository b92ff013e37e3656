import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, linkIn, openInstallation } from "./support/installation.ts";
import { senderOf } from "./support/mail-sink.ts";
import { extractText } from "./support/pdf-text.ts";
import { ROOT } from "./support/places.ts";

const VISITOR = "visitor@example.org";

let it: Installation;
let page: Page;

/**
 * What the researcher does: one more entry at the head of the list, the comments above it
 * untouched.
 */
async function addPublication(id: string, title: string): Promise<void> {
  const file = join(it.content, "publications.yaml");
  const text = await readFile(file, "utf8");
  const entry = `publications:\n  - id: ${id}\n    title: ${title}\n    authors: [Lu Yin, Shiwei Liu]\n    appearances:\n      - { kind: conference, venue: icml, date: "2026", honours: [oral] }\n`;
  await writeFile(file, text.replace("publications:\n", entry));
}

beforeAll(async () => {
  it = await openInstallation(join(ROOT, "packages/data/content"));
  page = await it.browser.newPage();
});

afterAll(() => it?.close());

test("a visitor reads, downloads, subscribes, gets exactly what is new, and leaves", async () => {
  const broken: string[] = [];
  page.on("console", (message) =>
    message.type() === "error" ? broken.push(message.text()) : undefined,
  );

  await page.goto(`${it.service.url}/`);
  expect(await page.locator("h1").textContent()).toBe("Shiwei Liu");
  const pdf = await page.request.get(
    new URL(
      (await page.getByRole("link", { name: "Curriculum vitae, PDF" }).getAttribute("href")) ?? "",
      it.service.url,
    ).href,
  );
  expect(pdf.headers()["content-type"]).toContain("application/pdf");
  expect(extractText(await pdf.body())).toContain(
    "Sparse Neural Network Training with In-Time Over-Parameterization",
  );

  await page.getByLabel("E-mail address").fill(VISITOR);
  await page.getByRole("button", { name: "Subscribe" }).click();
  expect(await page.locator("h1").textContent()).toBe("Look into your inbox");

  const [asked] = await it.sink.waitFor(1);
  expect(asked?.to).toEqual([VISITOR]);
  expect(senderOf(asked?.parsed.from)).toBe("confirm@scholar.example");
  await page.goto(linkIn(asked?.parsed.text, "/digest/confirm/"));
  await page.getByRole("button", { name: "Confirm" }).click();
  expect(await page.locator("h1").textContent()).toBe("You are subscribed");
  const [, welcome] = await it.sink.waitFor(2);
  expect(welcome?.parsed.subject).toContain("You are subscribed");

  const early = await it.service.command("send", "--send-anyway");
  expect(early.stderr).toContain("There is nothing new");

  await addPublication("first-news", "A First Piece of News");
  const waiting = await it.service.command("send", "--send-anyway");
  expect(waiting.stderr).toContain("first-news (A First Piece of News)");
  expect(waiting.stderr).toContain("There is nothing new");
  await it.publishWork("first-news");
  const sent = await it.service.command("send", "--send-anyway");
  expect(sent.stderr).toContain("1 recipients");
  const mails = await it.sink.waitFor(3);
  const digest = mails[2];
  expect(digest?.to).toEqual([VISITOR]);
  expect(digest?.parsed.subject).toBe("Shiwei Liu: A First Piece of News");
  expect(digest?.parsed.text).toContain(
    "A First Piece of News\nLu Yin, Shiwei Liu\nICML 2026 · Oral",
  );
  expect(digest?.parsed.text?.match(/\/publications\//g)).toHaveLength(1);
  expect(digest?.parsed.headers.get("list-unsubscribe-post") ?? digest?.raw).toMatch(/One-Click/);

  await page.goto(linkIn(digest?.parsed.text, "/digest/unsubscribe/"));
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  expect(await page.locator("h1").textContent()).toBe("You are unsubscribed");

  await addPublication("second-news", "A Second Piece of News");
  await it.publishWork("second-news");
  const second = await it.service.command("send", "--send-anyway");
  expect(second.stderr).toContain("0 recipients");

  await page.goto(`${it.service.url}/digest/editions`);
  expect(await page.getByRole("link", { name: /Piece of News/ }).count()).toBe(2);
  expect(broken).toEqual([]);
  expect(it.service.output()).not.toContain(VISITOR);
});

test("the service stops cleanly, and whoever has left got nothing more", async () => {
  expect(await it.service.stop()).toBe(0);
  expect(it.sink.received).toHaveLength(3);
});
