import { expect, test } from "vitest";
import { openBuiltSite } from "../support/built-site.ts";

const site = openBuiltSite();

/** Luminance by WCAG 2.2 of a colour the browser computed. */
const LUMINANCE = `(element, property) => {
  const context = document.createElement("canvas").getContext("2d");
  context.fillStyle = getComputedStyle(element)[property];
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) => { const value = part / 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}`;

test.each(["/", "/publications/", "/digest/"])(
  "on paper, %s shows no navigation and no form, and its text is dark",
  async (path) => {
    const context = await site.browser.newContext({ colorScheme: "dark" });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const shown: string[] = await page.evaluate(
      `[...document.querySelectorAll("header nav, .top nav, form, .skip")].filter((element) => element.getClientRects().length > 0).map((element) => element.outerHTML.slice(0, 80))`,
    );
    expect(shown).toEqual([]);
    expect(
      await page.evaluate(`(${LUMINANCE})(document.querySelector("h1"), "color")`),
    ).toBeLessThan(0.03);
    await context.close();
  },
);

test("on paper every entry of the CV stands beside the rail, with a date or without one", async () => {
  // The width of A4 within the margins of the style sheet.
  const page = await site.browser.newPage({ viewport: { width: 673, height: 900 } });
  await page.goto(`${site.url}/cv/`);
  await page.emulateMedia({ media: "print" });
  const columns: number[] = await page.evaluate(
    `[...document.querySelectorAll(".entry > .column")].map((column) => Math.round(column.getBoundingClientRect().left))`,
  );
  expect(columns.length).toBeGreaterThan(50);
  expect([...new Set(columns)]).toHaveLength(1);
  expect(columns[0]).toBeGreaterThan(80);
  await page.close();
});
