import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAccessibilityFaults } from "../support/axe.ts";
import { type Installation, linkIn, openInstallation } from "../support/installation.ts";
import { ROOT } from "../support/places.ts";
import { observeDatabase, type ObservedDatabase } from "./observed-database.ts";

/** What a gateway waits at most for the scripts of a page it looks at. */
const SCAN_MS = 10_000;

let it: Installation;
let database: ObservedDatabase;
/** Pages by what they are, with the links from the mails. */
const paths: Record<string, string> = {};

/** The address that a mail gives for a place. */
async function linkFrom(mail: number, place: string): Promise<string> {
  const mails = await it.sink.waitFor(mail + 1);
  const found = linkIn(mails[mail]?.parsed.text, `/digest/${place}/`);
  if (found === "") throw new Error(`mail ${mail} has no link to ${place}`);
  return found;
}

/** Puts a work at the head of the record, as a researcher would. */
async function addWork(id: string, title: string, topics: string): Promise<void> {
  const file = join(it.content, "publications.yaml");
  const entry = `publications:\n  - id: ${id}\n    title: ${title}\n    authors: [Exemplia Testwell]\n    topics: [${topics}]\n    appearances:\n      - { kind: preprint, date: '2026' }\n`;
  await writeFile(file, (await readFile(file, "utf8")).replace("publications:\n", entry));
  await it.publishWork(id);
}

const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(it.service.url + path, { method: "POST", body: new URLSearchParams(fields) });

beforeAll(async () => {
  it = await openInstallation(join(ROOT, "tests/fixtures/full"));
  database = observeDatabase(join(it.state, "db"));
  await post("/digest/subscribe", { email: "reader@example.org" });
  paths["confirm"] = await linkFrom(0, "confirm");
});

afterAll(async () => {
  await database?.close();
  await it?.close();
});

test("a gateway that opens the link with scripts, follows nothing and waits leaves the subscription unconfirmed", async () => {
  const { confirm = "" } = paths;
  expect((await fetch(confirm, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(confirm)).status).toBe(200);
  const page = await it.browser.newPage();
  await page.clock.install();
  const sent: string[] = [];
  page.on("request", (request) =>
    request.method() === "GET" ? undefined : sent.push(`${request.method()} ${request.url()}`),
  );
  await page.goto(confirm, { waitUntil: "networkidle" });
  expect(await page.getByRole("button").count()).toBe(1);
  expect(await page.getByRole("button").innerText()).toBe("Confirm");
  // The button is in sight on a small screen, before anything else that could be pressed.
  await page.setViewportSize({ width: 360, height: 640 });
  expect((await page.getByRole("button").boundingBox())?.y).toBeLessThan(560);
  await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
  // Everything that a script could have put off until then happens now.
  await page.clock.runFor(SCAN_MS);
  await page.waitForLoadState("networkidle");
  await page.close();
  expect(sent).toEqual([]);
  expect(await database.query("SELECT status FROM subscribers")).toEqual([{ status: "pending" }]);
});

describe("pages", () => {
  beforeAll(async () => {
    await post(new URL(paths["confirm"] ?? "").pathname);
    paths["welcomed"] = await linkFrom(1, "manage");
    await addWork("brand-new", "A Brand New Hat", "Hats, Needles");
    await it.service.command("send");
    paths["unsubscribe"] = await linkFrom(2, "unsubscribe");
    await addWork("coming", "A Coming Hat", "Hats");
  });

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

  /** 320 px wide is a page of 1280 px at 400 %, which must not scroll sideways (WCAG 1.4.10). */
  const STATES: [string, BrowserContextOptions][] = [
    ["light on the desk", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
    ["dark at 320 px", { viewport: { width: 320, height: 640 }, colorScheme: "dark" }],
  ];

  test.each(STATES)(
    "have no accessibility fault and never scroll sideways, %s",
    async (_name, options) => {
      const context = await it.browser.newContext({ ...options, bypassCSP: true });
      const page = await context.newPage();
      for (const [name, path] of listPages()) {
        await page.goto(it.service.url + path);
        expect(
          await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          ),
          name,
        ).toBe(0);
        expect(await listAccessibilityFaults(page), name).toEqual([]);
        expect(await page.locator("h1").count(), name).toBe(1);
      }
      await context.close();
    },
  );

  test("break no rule of their own policy and load nothing from elsewhere", async () => {
    const context = await it.browser.newContext();
    const broken: string[] = [];
    context.on("console", (message) =>
      message.type() === "error" && !/status of (404|410)/.test(message.text())
        ? broken.push(message.text())
        : undefined,
    );
    context.on("request", (request) =>
      request.url().startsWith(it.service.url) ? undefined : broken.push(request.url()),
    );
    // Side by side, since most of the time is spent waiting for what must not come.
    await Promise.all(
      listPages().map(async ([, path]) => {
        const page = await context.newPage();
        await page.goto(it.service.url + path, { waitUntil: "networkidle" });
      }),
    );
    expect(broken).toEqual([]);
    await context.close();
  });

  test("carry the choice of colours that was made on the site", async () => {
    const page = await it.browser.newPage({ colorScheme: "light" });
    await page.goto(`${it.service.url}/`);
    await page.getByRole("button", { name: "Dark" }).click();
    await page.goto(`${it.service.url}/digest/next`);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
      "rgb(18, 20, 22)",
    );
    await page.close();
  });

  test("let a reader choose without scripts, and the next mail follows the choice", async () => {
    const context = await it.browser.newContext({ javaScriptEnabled: false });
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
    await it.service.command("send");
    const mails = await it.sink.waitFor(4);
    expect(mails[3]?.parsed.text).toContain("A Coming Hat");
    expect(mails[3]?.parsed.text).not.toContain("A Brand New Hat");
    const web = /On the web: (\S+)/.exec(mails[3]?.parsed.text ?? "")?.[1] ?? "";
    expect(web).toMatch(/\/digest\/editions\/2\/[0-9a-f]{16}$/);
    expect(await (await fetch(web)).text()).toContain("A Coming Hat");
    await context.close();
  });
});
