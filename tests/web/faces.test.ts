import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/chromium.ts";
import { STATE } from "../support/places.ts";
import { serveSite } from "../support/site-server.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite(join(STATE, "site"));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("both cuts of the typeface are loaded and used", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/`);
  expect(
    await page.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', "")))`,
    ),
  ).toEqual(expect.arrayContaining(["Source Serif 4", "Source Serif 4 Display"]));
  await page.close();
});
