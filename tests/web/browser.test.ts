import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/chromium.ts";
import { STATE } from "../support/places.ts";
import { serveSite } from "../support/site-server.ts";

const TEMPLATES = ["/", "/publications/", "/publications/channel-level-sparsity/", "/cv/", "/digest/", "/404.html"];
const STATES: [string, BrowserContextOptions][] = [
  ["light on the desk", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["dark on the desk", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["light at 320 px", { viewport: { width: 320, height: 640 }, colorScheme: "light" }],
  ["dark at 390 px", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
];

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  site = await serveSite(join(STATE, "site"));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** axe through the debugger's door: the site's own policy lets no foreign script in. */
async function runAxe(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const results: AxeResults = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(tags)} })`);
  return results.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html}`));
}

describe.each(STATES)("%s", (_name, options) => {
  test.each(TEMPLATES)("%s has no accessibility fault, breaks no policy and never scrolls sideways", async (path) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => (message.type() === "error" ? faults.push(message.text()) : undefined));
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(site.url + path);
    expect(faults).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
    expect(await runAxe(page)).toEqual([]);
    await context.close();
  });
});

test("the keyboard reaches the content first, and every stop is visible", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
  const outlines = new Set<string>();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    outlines.add(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
  }
  expect([...outlines]).toEqual(["solid"]);
  await page.close();
});

test("links and buttons are large enough to hit (WCAG 2.5.8)", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${site.url}/`);
  const small: string[] = await page.evaluate(
    `[...document.querySelectorAll("nav a, .chart a, .contacts a, .more a, button, .foot a")].filter((element) => { const box = element.getBoundingClientRect(); return box.height < 24 || box.width < 24; }).map((element) => element.textContent)`,
  );
  expect(small).toEqual([]);
  await page.close();
});

test("the text face is loaded and used", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/`);
  expect(
    await page.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', "")))`,
    ),
  ).toContain("Source Serif 4");
  await page.close();
});
