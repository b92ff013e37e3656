import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openBuiltSite } from "../support/built-site.ts";

const PATHS = [
  "/",
  "/publications/",
  "/publications/owl/",
  "/co-authors/",
  "/cv/",
  "/digest/",
  "/404.html",
];

const site = openBuiltSite();

/**
 * What is wrong with the element that has the focus, or nothing: it must be seen, marked, and not
 * lie under something else (WCAG 2.4.7, 2.4.11).
 */
const FAULT_OF_FOCUS = `(() => {
  const element = document.activeElement;
  if (element === document.body) return "nothing has the focus";
  const name = element.outerHTML.slice(0, 80);
  const marked = [element, ...element.querySelectorAll("*"), element.nextElementSibling].some((part) => part instanceof Element && getComputedStyle(part).outlineStyle === "solid");
  if (!marked) return "no mark on " + name;
  const box = [...element.getClientRects()].find((part) => part.width > 0 && part.height > 0);
  if (box === undefined) return "nothing to see of " + name;
  if (box.bottom < 0 || box.top > innerHeight) return "outside the window: " + name;
  const top = document.elementFromPoint(Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1));
  return top === null || element.contains(top) || top.contains(element) ? undefined : top.outerHTML.slice(0, 80) + " lies over " + name;
})()`;

const STOPS = `[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((element) => element.tabIndex >= 0 && element.checkVisibility({ contentVisibilityAuto: true })).length`;

async function walk(page: Page, most: number): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  let stops = 0;
  for (; stops < most; stops += 1) {
    await page.keyboard.press("Tab");
    const fault: string | undefined = await page.evaluate(FAULT_OF_FOCUS);
    if (fault === "nothing has the focus") break;
    if (fault !== undefined) faults.push(fault);
  }
  return { stops, faults };
}

describe.each([1280, 390])("at %i px", (width) => {
  test.each(PATHS)(
    "%s can be walked with the keyboard, every stop is seen and marked, and nothing holds it",
    async (path) => {
      const page = await site.browser.newPage({
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      await page.goto(site.url + path);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe(
        "Skip to the content",
      );
      const expected: number = await page.evaluate(STOPS);
      const { stops, faults } = await walk(page, 60);
      expect(faults).toEqual([]);
      expect(stops).toBe(Math.min(60, expected - 1));
      await page.close();
    },
  );
});

test("the first stop leads past the navigation", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  await page.close();
});

test.each(PATHS)(
  "on %s what is pressed is at least 24 px large or stands in a sentence (WCAG 2.5.8)",
  async (path) => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(site.url + path);
    const small: string[] = await page.evaluate(
      `[...document.querySelectorAll("nav a, .chart a, .contacts a, .more a, button, .foot a, select, summary, .network a")].filter((element) => element.checkVisibility()).filter((element) => { const box = element.getBoundingClientRect(); return box.height < 24 || box.width < 24; }).map((element) => element.outerHTML.slice(0, 90))`,
    );
    expect(small).toEqual([]);
    await page.close();
  },
);
