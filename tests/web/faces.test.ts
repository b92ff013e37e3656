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
