import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBuiltSite } from "../support/built-site.ts";
import { byTag, textOf } from "../support/html-page.ts";
import { STATE } from "../support/places.ts";
import { sumLayoutShifts, waitForPaint, watchLayoutShifts } from "../support/layout-shift.ts";
import { readPages } from "../support/site-files.ts";

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

/** Those of the characters that the browser takes from another font than the family's files. */
async function listStrangers(
  page: Page,
  family: string,
  characters: readonly string[],
): Promise<string[]> {
  const id = family.replaceAll(" ", "-");
  await page.evaluate(`{
    const place = document.createElement("div");
    place.id = "${id}";
    place.style.fontFamily = ${JSON.stringify(JSON.stringify(family))};
    place.append(...${JSON.stringify(characters)}.map((character) => Object.assign(document.createElement("span"), { textContent: character })));
    document.body.append(place);
  }`);
  await page.evaluate(
    "new Promise((painted) => requestAnimationFrame(painted)).then(() => document.fonts.ready).then(() => {})",
  );
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector: `#${id} > span`,
  });
  const used = await Promise.all(
    nodeIds.map((nodeId) => devtools.send("CSS.getPlatformFontsForNode", { nodeId })),
  );
  return characters.filter(
    (_, index) => !used[index]?.fonts.every(({ isCustomFont }) => isCustomFont),
  );
}

test("both cuts draw every character that any page shows", async () => {
  const pages = await readPages(join(STATE, "site"));
  const characters = [
    ...new Set(pages.flatMap(({ tree }) => byTag(tree, "body").map(textOf)).join("")),
  ]
    .filter((character) => /\S/.test(character))
    .toSorted();
  expect(characters.length).toBeGreaterThan(80);
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/`);
  for (const family of ["Source Serif 4", "Source Serif 4 Display"])
    expect(await listStrangers(page, family, ["Ж", ...characters]), family).toEqual(["Ж"]);
  await page.close();
});

const PAINTED = `performance.getEntriesByName("first-contentful-paint").length > 0`;
/** Among them a title long enough to break in other places where a face is wider or narrower. */
const PAGES = ["/", "/publications/adamerging/", "/publications/"];

test.each(
  PAGES.flatMap((path) => [
    { path, width: 390, height: 844 },
    { path, width: 1440, height: 900 },
  ]),
)(
  "hardly anything moves on $path, $width px wide, where the display cut comes late",
  async ({ path, width, height }) => {
    const page = await site.browser.newPage({ viewport: { width, height } });
    let give = () => {};
    const isGiven = new Promise<void>((resolve) => (give = resolve));
    await page.route("**/fonts/display.woff2", async (route) => {
      await isGiven;
      await route.continue();
    });
    await watchLayoutShifts(page);
    const statuses = () =>
      page.evaluate(
        `[...document.fonts].filter(({ family }) => /Display"?$/.test(family)).map(({ status }) => status)`,
      );
    await page.goto(site.url + path, { waitUntil: "domcontentloaded" });
    await expect.poll(statuses).toEqual(["loading"]);
    // The page is painted in the other face before the display cut comes.
    await expect.poll(() => page.evaluate(PAINTED)).toBe(true);
    await waitForPaint(page);
    give();
    await expect.poll(statuses).toEqual(["loaded"]);
    expect(await sumLayoutShifts(page)).toBeLessThanOrEqual(0.01);
    await page.close();
  },
);
