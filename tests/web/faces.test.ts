import { expect, test } from "vitest";
import { openBuiltSite } from "../support/built-site.ts";

const site = openBuiltSite();

test("both cuts of the typeface are loaded and used", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/`);
  expect(
    await page.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', "")))`,
    ),
  ).toEqual(expect.arrayContaining(["Source Serif 4", "Source Serif 4 Display"]));
  await page.close();
});

const WAIT = { timeout: 20_000 };
/** Among them a title long enough to break in other places where a face is wider or narrower. */
const PAGES = ["/", "/publications/adamerging/", "/publications/"];

test.each(
  PAGES.flatMap((path) => [
    { path, width: 390, height: 844 },
    { path, width: 1440, height: 900 },
  ]),
)("hardly anything moves on $path, $width px wide, where the display cut comes late", async ({ path, width, height }) => {
  const page = await site.browser.newPage({ viewport: { width, height } });
  let give = () => {};
  const isGiven = new Promise<void>((resolve) => (give = resolve));
  await page.route("**/fonts/display.woff2", async (route) => {
    await isGiven;
    await route.continue();
  });
  await page.addInitScript(
    `window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });`,
  );
  const statuses = () => page.evaluate(`[...document.fonts].filter(({ family }) => /Display"?$/.test(family)).map(({ status }) => status)`);
  await page.goto(site.url + path, { waitUntil: "domcontentloaded" });
  await expect.poll(statuses, WAIT).toEqual(["loading"]);
  await page.waitForTimeout(400);
  give();
  await expect.poll(statuses, WAIT).toEqual(["loaded"]);
  // The page is painted in the new face before what moved is counted.
  await page.evaluate("new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))");
  await page.waitForTimeout(100);
  expect(await page.evaluate("window.shift")).toBeLessThanOrEqual(0.01);
  await page.close();
});
