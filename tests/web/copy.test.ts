import { expect, test } from "vitest";
import { openBuiltSite } from "../support/built-site.ts";
import { watchPages } from "../support/watched-page.ts";

const site = openBuiltSite();
const { open } = watchPages(site);

test("BibTeX of a work is copied and said", async () => {
  const page = await open("/publications/");
  const link = page.locator("a.bibtex").first();
  const file = await (
    await page.request.get(new URL((await link.getAttribute("href")) ?? "", site.url).href)
  ).text();
  await link.click();
  await page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(file);
});

test("a citation is copied, said, and its button is afterwards what it was", async () => {
  const page = await open("/publications/adamerging/");
  const button = page.getByRole("button", { name: "Copy the APA citation" });
  const control = await button.elementHandle();
  const look = () =>
    control?.evaluate((element) => [
      "innerText" in element ? element.innerText : "",
      element.getBoundingClientRect().width,
      element.innerHTML,
    ]);
  const before = await look();
  await button.click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
    await page.locator("#cite-apa").textContent(),
  );
  await button.waitFor();
  expect(await look()).toEqual(before);
});

test("a page that came without encryption, where nothing can be copied, offers no button that copies and lets links be followed", async () => {
  const page = await open("/");
  await page.addInitScript("delete Navigator.prototype.clipboard");
  await page.goto(`${site.url}/publications/adamerging/`);
  expect(await page.locator("[data-copy]").count()).toBeGreaterThan(0);
  expect(await page.locator("[data-copy]:visible").count()).toBe(0);
  await page.goto(`${site.url}/publications/`);
  const download = page.waitForEvent("download");
  const link = page.locator("a.bibtex").first();
  const id = (await link.getAttribute("href"))?.split("/").at(-2);
  await link.click();
  expect((await download).suggestedFilename()).toBe(`${id}.bib`);
});

test("a date and what happened then are parted where their text is copied or heard", async () => {
  const page = await open("/");
  const items = await page.locator(".dated > div").allTextContents();
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) expect(item).toMatch(/^[^:]*\d{4}: \S/);
});
