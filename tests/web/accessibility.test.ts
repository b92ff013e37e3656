import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAccessibilityFaults } from "../support/axe.ts";
import { openBuiltSite } from "../support/built-site.ts";
import { launchBrowser } from "../support/chromium.ts";

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
  [
    "light on the desk",
    { viewport: { width: 1440, height: 900 }, media: { colorScheme: "light" } },
  ],
  [
    "dark on the desk",
    {
      viewport: { width: 1440, height: 900 },
      media: { colorScheme: "dark", reducedMotion: "reduce" },
    },
  ],
  ["light at 320 px", { viewport: { width: 320, height: 640 }, media: { colorScheme: "light" } }],
  ["dark at 390 px", { viewport: { width: 390, height: 844 }, media: { colorScheme: "dark" } }],
  [
    "in forced colours",
    { viewport: { width: 1280, height: 800 }, media: { forcedColors: "active" } },
  ],
  ["with text twice as large", { viewport: { width: 1280, height: 800 }, text: 2 }],
];

const site = openBuiltSite();
describe.each(TEMPLATES)("%s has no accessibility fault and never scrolls sideways", (path) => {
  let page: Page;
  beforeAll(async () => {
    // The site's own policy lets no foreign script in, axe among them; that it holds is tested
    // beside this.
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
    expect(
      await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      ),
    ).toBe(0);
    expect(await listAccessibilityFaults(page)).toEqual([]);
  });
});

/**
 * Pairs of links of the page's head that stand over one another, or beyond the edge of the window.
 */
const CLASHES = `(() => {
  const links = [...document.querySelectorAll("header a")].map((link) => [link.textContent, ...link.getClientRects()].flat());
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const found = links.flatMap(([name, ...rects], index) => links.slice(index + 1).filter(([, ...others]) => rects.some((rect) => others.some((other) => meet(rect, other)))).map(([other]) => name + " and " + other));
  return [...found, ...links.filter(([, ...rects]) => rects.some(({ left, right }) => left < 0 || right > innerWidth)).map(([name]) => name)];
})()`;

describe("for a reader who has set the browser's letters to twice their size", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(["--blink-settings=defaultFontSize=32"]);
  });
  afterAll(() => browser.close());

  test.each([320, 390, 768])(
    "nothing in the head clashes, and no page scrolls sideways, %s px wide",
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 844 } });
      for (const path of TEMPLATES) {
        await page.goto(site.url + path);
        expect(
          await page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"),
        ).toBeGreaterThanOrEqual(32);
        expect(await page.evaluate(CLASHES), path).toEqual([]);
        expect(
          await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          ),
          path,
        ).toBe(0);
      }
      await page.close();
    },
  );
});

test("a contrast that axe leaves undecided is measured", async () => {
  const page = await site.browser.newPage();
  const body = (colour: string) =>
    `<main><h1>A</h1><p style="color: ${colour}; background-image: linear-gradient(#fff, #fff)">Text on a picture</p></main>`;
  const open = (colour: string) =>
    page.setContent(
      `<!doctype html><html lang="en"><head><title>A</title></head><body>${body(colour)}</body></html>`,
    );
  await open("#aaa");
  expect(await listAccessibilityFaults(page)).toEqual([
    expect.stringContaining("color-contrast, 2.32 to 1"),
  ]);
  await open("#666");
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await page.close();
});

test.each(TEMPLATES)("%s keeps a word of 33 letters inside a phone of 320 px", async (path) => {
  const page = await site.browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(site.url + path);
  const overflow = await page.evaluate(`(() => {
    const longest = "Wolfsschluchtenwanderwegbeschreib";
    const parts = "h1, h2, h3, .title a, .people, .people > *, .label > span, .role, .place, .lead";
    // The build lets long names break.
    for (const name of document.querySelectorAll(".unbroken")) name.classList.remove("unbroken");
    for (const part of document.querySelectorAll(parts))
      for (const node of part.childNodes)
        if (node.nodeType === Node.TEXT_NODE)
          node.data = node.data.replace(/\\p{L}{4,}/u, longest);
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  })()`);
  expect(overflow).toBe(0);
  await page.close();
});
