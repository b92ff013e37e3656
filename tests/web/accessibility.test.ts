import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { listAccessibilityFaults } from "../support/axe.ts";
import { openBuiltSite } from "../support/built-site.ts";

/** One page of each template. */
const TEMPLATES = [
  "/",
  "/publications/",
  "/venues/",
  "/publications/channel-level-sparsity/",
  "/co-authors/",
  "/co-authors/lu-yin/",
  "/talks/",
  "/cv/",
  "/digest/",
  "/colophon/",
  "/schema/",
  "/404.html",
];

interface State {
  options: BrowserContextOptions;
  /** Size of the page's text against its own; 2 is what WCAG 1.4.4 asks for. */
  text?: number;
}

const STATES: [string, State][] = [
  ["light on the desk", { options: { viewport: { width: 1440, height: 900 }, colorScheme: "light" } }],
  ["dark on the desk", { options: { viewport: { width: 1440, height: 900 }, colorScheme: "dark", reducedMotion: "reduce" } }],
  ["light at 320 px", { options: { viewport: { width: 320, height: 640 }, colorScheme: "light" } }],
  ["dark at 390 px", { options: { viewport: { width: 390, height: 844 }, colorScheme: "dark" } }],
  ["in forced colours", { options: { viewport: { width: 1280, height: 800 }, forcedColors: "active" } }],
  ["with text twice as large", { options: { viewport: { width: 1280, height: 800 } }, text: 2 }],
];

const site = openBuiltSite();
describe.each(STATES)("%s", (_name, { options, text = 1 }) => {
  // The site's own policy lets no foreign script in, axe among them; that it holds is tested beside this.
  const open = async (path: string): Promise<Page> => {
    const context = await site.browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.evaluate(`document.documentElement.style.fontSize = parseFloat(getComputedStyle(document.documentElement).fontSize) * ${text} + "px"`);
    return page;
  };

  test.each(TEMPLATES)("%s has no accessibility fault and never scrolls sideways", async (path) => {
    const page = await open(path);
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
    expect(await listAccessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});

test("a contrast that axe leaves undecided is measured", async () => {
  const page = await site.browser.newPage();
  const body = (colour: string) => `<main><h1>A</h1><p style="color: ${colour}; background-image: linear-gradient(#fff, #fff)">Text on a picture</p></main>`;
  const open = (colour: string) => page.setContent(`<!doctype html><html lang="en"><head><title>A</title></head><body>${body(colour)}</body></html>`);
  await open("#aaa");
  expect(await listAccessibilityFaults(page)).toEqual([expect.stringContaining("color-contrast, 2.32 to 1")]);
  await open("#666");
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await page.close();
});
