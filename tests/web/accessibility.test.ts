import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
  viewport: { width: number; height: number };
  media?: Parameters<Page["emulateMedia"]>[0];
  /** Size of the page's text against its own; 2 is what WCAG 1.4.4 asks for. */
  text?: number;
}

const AS_SET = { colorScheme: null, reducedMotion: null, forcedColors: null } as const;

const STATES: [string, State][] = [
  ["light on the desk", { viewport: { width: 1440, height: 900 }, media: { colorScheme: "light" } }],
  ["dark on the desk", { viewport: { width: 1440, height: 900 }, media: { colorScheme: "dark", reducedMotion: "reduce" } }],
  ["light at 320 px", { viewport: { width: 320, height: 640 }, media: { colorScheme: "light" } }],
  ["dark at 390 px", { viewport: { width: 390, height: 844 }, media: { colorScheme: "dark" } }],
  ["in forced colours", { viewport: { width: 1280, height: 800 }, media: { forcedColors: "active" } }],
  ["with text twice as large", { viewport: { width: 1280, height: 800 }, text: 2 }],
];

const site = openBuiltSite();
describe.each(TEMPLATES)("%s has no accessibility fault and never scrolls sideways", (path) => {
  let page: Page;
  beforeAll(async () => {
    // The site's own policy lets no foreign script in, axe among them; that it holds is tested beside this.
    const context = await site.browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await page.goto(site.url + path);
  });
  afterAll(() => page.context().close());

  test.each(STATES)("%s", async (_name, { viewport, media, text = 1 }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ ...AS_SET, ...media });
    await page.evaluate(
      `document.documentElement.style.fontSize = ""; document.documentElement.style.fontSize = parseFloat(getComputedStyle(document.documentElement).fontSize) * ${text} + "px"`,
    );
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
    expect(await listAccessibilityFaults(page)).toEqual([]);
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
