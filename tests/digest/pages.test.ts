import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAccessibilityFaults } from "../support/axe.ts";
import { launchBrowser } from "../support/chromium.ts";
import { findFreePort } from "../support/free-port.ts";
import { type MailSink, openMailSink } from "../support/mail-sink.ts";
import { ROOT } from "../support/places.ts";
import { type RunningService, startService } from "../support/running-service.ts";

/** What a gateway waits at most for the scripts of a page it looks at. */
const SCAN_MS = 10_000;

let folder: string;
let sink: MailSink;
let service: RunningService;
let browser: Browser;
/** Pages by what they are, with the links from the mails. */
const paths: Record<string, string> = {};

/** The address that a mail gives for a place. */
async function linkFrom(mail: number, place: string): Promise<string> {
  const mails = await sink.waitFor(mail + 1);
  const found = new RegExp(`https?://\\S*/digest/${place}/\\S*`).exec(mails[mail]?.parsed.text ?? "")?.[0];
  if (found === undefined) throw new Error(`mail ${mail} has no link to ${place}`);
  return found;
}

const post = (path: string, fields: Record<string, string> = {}) => fetch(service.url + path, { method: "POST", body: new URLSearchParams(fields) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-pages-"));
  const content = join(folder, "content");
  await cp(join(ROOT, "tests/fixtures/full"), content, { recursive: true });
  sink = await openMailSink();
  const port = await findFreePort();
  service = await startService(join(folder, "state"), {
    CV_DIR: content,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: "digest@scholar.example",
  });
  browser = await launchBrowser();
  await post("/digest/subscribe", { email: "reader@example.org" });
  paths["confirm"] = await linkFrom(0, "confirm");
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await sink?.close();
  await rm(folder, { recursive: true, force: true });
});

const statusOf = async () => (JSON.parse((await service.command("status", "--json")).stdout) as { subscribers: Record<string, number> }).subscribers;

test("a gateway that opens the link with scripts, follows nothing and waits leaves the subscription unconfirmed", async () => {
  const { confirm = "" } = paths;
  expect((await fetch(confirm, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(confirm)).status).toBe(200);
  const page = await browser.newPage();
  const sent: string[] = [];
  page.on("request", (request) => (request.method() === "GET" ? undefined : sent.push(`${request.method()} ${request.url()}`)));
  await page.goto(confirm, { waitUntil: "networkidle" });
  expect(await page.getByRole("button").count()).toBe(1);
  expect(await page.getByRole("button").innerText()).toBe("Confirm");
  // The button is in sight on a small screen, before anything else that could be pressed.
  await page.setViewportSize({ width: 360, height: 640 });
  expect((await page.getByRole("button").boundingBox())?.y).toBeLessThan(560);
  await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
  await page.waitForTimeout(SCAN_MS);
  await page.close();
  expect(sent).toEqual([]);
  expect(await statusOf()).toEqual({ pending: 1 });
}, 120_000);

describe("pages", () => {
  beforeAll(async () => {
    await post(new URL(paths["confirm"] ?? "").pathname);
    paths["welcomed"] = await linkFrom(1, "manage");
    const file = join(folder, "content", "publications.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(
      file,
      text.replace(
        "publications:\n",
        "publications:\n  - id: brand-new\n    title: A Brand New Hat\n    authors: [Exemplia Testwell]\n    topics: [Hats, Needles]\n    appearances:\n      - { kind: preprint, date: '2026' }\n",
      ),
    );
    await service.command("send");
    paths["unsubscribe"] = await linkFrom(2, "unsubscribe");
    await writeFile(
      file,
      text.replace(
        "publications:\n",
        "publications:\n  - id: coming\n    title: A Coming Hat\n    authors: [Exemplia Testwell]\n    topics: [Hats]\n    appearances:\n      - { kind: preprint, date: '2026' }\n  - id: brand-new\n    title: A Brand New Hat\n    authors: [Exemplia Testwell]\n    topics: [Hats, Needles]\n    appearances:\n      - { kind: preprint, date: '2026' }\n",
      ),
    );
  }, 120_000);

  const listPages = (): [name: string, path: string][] => {
    const path = (name: string) => new URL(paths[name] ?? "").pathname;
    return [
      ["subscribe", "/digest/subscribe"],
      ["asking for the link", "/digest/manage"],
      ["confirmed", path("confirm")],
      ["a link that leads nowhere", "/digest/confirm/x"],
      ["leaving", path("unsubscribe")],
      ["preferences", path("welcomed")],
      ["a choice that is tried", `${path("welcomed")}?frequency=yearly&scope=some&topic=Hats`],
      ["erasing", `${path("welcomed")}/erase`],
      ["archive", "/digest/editions"],
      ["next", "/digest/next"],
      ["next by topic", "/digest/next?topic=Hats"],
      ["privacy", "/privacy"],
      ["edition", "/digest/editions/1"],
      ["no such edition", "/digest/editions/99"],
      ["no such page", "/digest/nothing"],
    ];
  };

  const STATES: [string, BrowserContextOptions][] = [
    ["light on the desk", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
    ["dark at 390 px", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
    ["light at 320 px", { viewport: { width: 320, height: 640 }, colorScheme: "light" }],
  ];

  test.each(STATES)("have no accessibility fault and never scroll sideways, %s", async (_name, options) => {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    for (const [name, path] of listPages()) {
      await page.goto(service.url + path);
      expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"), name).toBe(0);
      expect(await listAccessibilityFaults(page), name).toEqual([]);
      expect(await page.locator("h1").count(), name).toBe(1);
    }
    await context.close();
  });

  test("break no rule of their own policy and load nothing from elsewhere", async () => {
    const page = await browser.newPage();
    const broken: string[] = [];
    page.on("console", (message) => (message.type() === "error" && !/status of (404|410)/.test(message.text()) ? broken.push(message.text()) : undefined));
    page.on("request", (request) => (request.url().startsWith(service.url) ? undefined : broken.push(request.url())));
    for (const [, path] of listPages()) await page.goto(service.url + path, { waitUntil: "networkidle" });
    expect(broken).toEqual([]);
    await page.close();
  });

  test("carry the choice of colours that was made on the site", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.goto(`${service.url}/`);
    await page.getByRole("button", { name: "Dark" }).click();
    await page.goto(`${service.url}/digest/next`);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(18, 20, 22)");
    await page.close();
  });

  test("let a reader choose without scripts, and the next mail follows the choice", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(paths["welcomed"] ?? "");
    await page.getByLabel(/^Only papers on the topics/).check();
    await page.getByLabel(/^Needles/).check();
    await page.getByRole("button", { name: "Show the next mail" }).click();
    expect(await page.getByText("There is nothing new for it", { exact: false }).count()).toBe(1);
    await page.getByLabel(/^Hats/).check();
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.locator("h1").innerText()).toBe("Your choice is kept");
    expect(await page.getByRole("link", { name: "A Coming Hat" }).count()).toBe(1);
    await service.command("send");
    const mails = await sink.waitFor(4);
    expect(mails[3]?.parsed.text).toContain("A Coming Hat");
    expect(mails[3]?.parsed.text).not.toContain("A Brand New Hat");
    const web = /On the web: (\S+)/.exec(mails[3]?.parsed.text ?? "")?.[1] ?? "";
    expect(web).toMatch(/\/digest\/editions\/2\/[0-9a-f]{16}$/);
    expect(await (await fetch(web)).text()).toContain("A Coming Hat");
    await context.close();
  });
});
