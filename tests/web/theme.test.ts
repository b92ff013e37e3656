import { expect, test } from "vitest";
import { openBuiltSite } from "../support/built-site.ts";
import { watchPages } from "../support/watched-page.ts";

const site = openBuiltSite();
const { open } = watchPages(site);

test("the choice of colours holds from the first paint of every page, and can be taken back", async () => {
  const page = await open("/", { colorScheme: "light" });
  const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const light = await paper();
  await page.getByRole("button", { name: "Dark" }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  expect(
    await page.evaluate(
      "[...document.querySelectorAll('meta[name=theme-color]')].filter((meta) => matchMedia(meta.media).matches).map((meta) => meta.content)",
    ),
  ).toEqual(["#121416"]);
  await page.addInitScript(
    `addEventListener("DOMContentLoaded", () => (window.early = document.documentElement.dataset.theme))`,
  );
  await page.goto(`${site.url}/cv/`);
  expect(await page.evaluate("early")).toBe("dark");
  expect(await paper()).toBe(dark);
  expect(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed")).toBe(
    "true",
  );
  await page.getByRole("button", { name: "System" }).click();
  expect(await paper()).toBe(light);
});

test("a choice of colours made on a later page holds on the page that Back brings from memory", async () => {
  const page = await open("/", { colorScheme: "light" });
  // The driver turns that memory off; the event is what a page from it gets.
  await page.evaluate("localStorage.setItem('theme', 'dark')");
  await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
  expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  expect(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed")).toBe(
    "true",
  );
});
