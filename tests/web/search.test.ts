import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { listAccessibilityFaults } from "../support/axe.ts";
import { openBuiltSite } from "../support/built-site.ts";
import { sumLayoutShifts, watchLayoutShifts } from "../support/layout-shift.ts";
import { watchPages } from "../support/watched-page.ts";

const PAGES = ["/publications/", "/kinds/", "/venues/"];

const site = openBuiltSite();
const watched = watchPages(site);
let page: Page;
const open = async (path: string, options?: BrowserContextOptions) =>
  void (page = await watched.open(path, options));

const field = () => page.getByRole("searchbox");
const status = () => page.locator(".finder [role=status]").textContent();
const titles = (): Promise<string[]> => page.locator(".work:visible .title").allTextContents();
/**
 * Whether as many works are shown as the status says, and the address says what the form says: lower
 * slices are applied in later frames, and the address follows the typing.
 */
const SETTLED = `(() => {
  const form = document.querySelector(".finder");
  const list = (pairs) => [...pairs].map(([name, value]) => name + "=" + value.trim());
  const chosen = list(new FormData(form)).filter((pair) => !pair.endsWith("="));
  const address = list(new URLSearchParams(location.search));
  const works = [...document.querySelectorAll(".work")];
  const shown = works.filter((work) => work.checkVisibility()).length;
  const promised = Number.parseInt(form.querySelector("[role=status]").textContent) || 0;
  return shown === promised && chosen.sort().join() === address.sort().join();
})()`;
const settle = () => expect.poll(() => page.evaluate(SETTLED)).toBe(true);
const unfold = () => page.getByText("Filter", { exact: true }).click();
const query = () => new URL(page.url()).search;
const total = (): Promise<number> => page.locator(".work").count();

describe("typing", () => {
  test("narrows the list to the works that hold every word, says how many, and is kept in the address", async () => {
    await open("/publications/");
    const all = await titles();
    await field().pressSequentially("SPÁRSE training");
    await settle();
    const found = await titles();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    expect(await status()).toBe(`${found.length} of ${all.length}`);
    const text = (await page.locator(".work:visible").allTextContents()).map((work) =>
      work.toLowerCase(),
    );
    expect(text.filter((work) => !work.includes("sparse") || !work.includes("training"))).toEqual(
      [],
    );
    expect(new URLSearchParams(query()).get("q")).toBe("SPÁRSE training");
    expect(
      await page
        .locator(".row:has(.listed):visible")
        .evaluateAll(
          (groups) => groups.filter((group) => !group.querySelector(".work:not([hidden])")).length,
        ),
    ).toBe(0);
    await page.reload();
    await settle();
    expect(await titles()).toEqual(found);
  });

  test("finds people who are not among the authors shown", async () => {
    await open("/");
    await page.route("**/publications/", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace(/data-with="[^"]*"/, 'data-with="someone-unseen"'),
      });
    });
    await page.goto(`${site.url}/publications/`);
    await field().pressSequentially("unseen SOMEONE");
    await settle();
    expect((await titles()).length).toBe(1);
  });

  test("is one step of the history, a facet another; Back undoes them in turn", async () => {
    await open("/publications/");
    const count = await total();
    await field().pressSequentially("neural");
    await unfold();
    await page.getByLabel("Kind", { exact: true }).selectOption("journal");
    await settle();
    expect(new URLSearchParams(query()).get("kind")).toBe("journal");
    const both = await status();
    await page.goBack();
    await settle();
    expect(query()).toBe("?q=neural");
    const typed = await status();
    expect(typed).not.toBe(both);
    expect(typed).toBe(`${(await titles()).length} of ${count}`);
    await page.goBack();
    await settle();
    expect(query()).toBe("");
    expect(await status()).toBe(`${count} of ${count}`);
    expect((await titles()).length).toBe(count);
    expect(await field().inputValue()).toBe("");
    await page.goForward();
    await page.goForward();
    await settle();
    expect(await status()).toBe(both);
  });

  test("what nobody wrote is said and can be cleared", async () => {
    await open("/publications/");
    const count = await total();
    await field().fill("zzzzqqqq");
    await expect.poll(status).toContain("No work matches");
    expect(await titles()).toEqual([]);
    await page.getByRole("button", { name: "Clear" }).click();
    await settle();
    expect((await titles()).length).toBe(count);
    expect(query()).toBe("");
    expect(
      await field().evaluate((element) => element === element.ownerDocument.activeElement),
    ).toBe(true);
  });
});

test("the number of matches is read out once the typing rests, not at every key", async () => {
  await open("/publications/");
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(`
    window.spoken = [];
    new MutationObserver((changes) => spoken.push(changes.at(-1).target.textContent)).observe(
      document.querySelector(".finder [role=status]"),
      { childList: true, characterData: true, subtree: true },
    );
  `);
  const before = await status();
  for (const letter of "sparse") {
    await field().press(letter);
    await page.clock.runFor(100);
  }
  expect(await page.evaluate("spoken")).toEqual([]);
  expect(await status()).toBe(before);
  await page.clock.runFor(1000);
  expect(await page.evaluate("spoken")).toHaveLength(1);
  expect(await status()).not.toBe(before);
});

test("the facets are folded behind one line until they are asked for, or one is chosen", async () => {
  const isShown = () => page.getByLabel("Year", { exact: true }).isVisible();
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await open("/publications/", { viewport });
    expect(await isShown()).toBe(false);
    await unfold();
    expect(await isShown()).toBe(true);
  }
  await open("/publications/?year=2023");
  expect(await isShown()).toBe(true);
});

test("each facet finds as many works as it promises", async () => {
  await open("/venues/");
  await unfold();
  for (const select of await page.locator(".finder select").all()) {
    const options = await select
      .locator("option:not([value=''])")
      .evaluateAll((all) =>
        all
          .slice(0, 6)
          .map((option) => [option.getAttribute("value") ?? "", option.textContent ?? ""]),
      );
    expect(options.length).toBeGreaterThan(0);
    for (const [value = "", text = ""] of options) {
      await select.selectOption(value);
      await settle();
      const promised = /\((\d+)\)$/.exec(text)?.[1];
      expect(`${(await titles()).length}`, text).toBe(promised);
    }
    await select.selectOption("");
  }
  const first = page.getByRole("checkbox");
  await first.check();
  await settle();
  expect(await page.locator(".finder .tick").textContent()).toContain(
    `(${(await titles()).length})`,
  );
  expect(query()).toBe("?author=first");
});

test("a venue is found by its name as by its acronym", async () => {
  await open("/publications/");
  const find = async (words: string) => {
    await field().fill(words);
    await settle();
    return titles();
  };
  const found = await find("International Conference on Machine Learning");
  expect(found.length).toBeGreaterThan(0);
  await unfold();
  await page.getByLabel("Venue", { exact: true }).selectOption("icml");
  expect(await find("")).toEqual(found);
});

test("an address with a value nobody has narrows nothing", async () => {
  await open("/kinds/?year=1800");
  expect((await titles()).length).toBe(await total());
});

test("the keyboard alone searches, narrows and clears", async () => {
  await open("/publications/");
  await field().focus();
  await page.keyboard.type("pruning");
  await page.keyboard.press("Enter");
  await settle();
  const found = await status();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await settle();
  expect(new URLSearchParams(query()).get("year")).toMatch(/^\d{4}$/);
  expect(await status()).not.toBe(found);
  for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settle();
  expect(query()).toBe("");
});

test.each(PAGES)(
  "%s shows every work without a script, and no control that would need one",
  async (path) => {
    await open(path, { javaScriptEnabled: false });
    const count = await total();
    expect(count).toBeGreaterThan(0);
    expect((await titles()).length).toBe(count);
    expect(await page.locator(".finder:visible, .theme:visible").count()).toBe(0);
    expect(await page.locator("a.bibtex").first().getAttribute("href")).toMatch(
      /^\/publications\/.+\/cite\.bib$/,
    );
  },
);

test.each(PAGES.flatMap((path) => [390, 1440].map((width) => [path, width] as const)))(
  "%s shows every work in full, %s px wide, and ends with its foot",
  async (path, width) => {
    await open(path, { viewport: { width, height: 900 } });
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('main *')].filter((part) => part.scrollHeight > part.clientHeight + 2 && /auto|scroll|hidden/.test(getComputedStyle(part).overflowY) && !part.matches('.hidden, select')).map((part) => part.id || part.className)",
      ),
    ).toEqual([]);
    expect(
      await page.evaluate(
        "document.documentElement.scrollHeight - document.querySelector('.foot').getBoundingClientRect().bottom - scrollY",
      ),
    ).toBeLessThanOrEqual(2);
  },
);

test.each([...PAGES, "/publications/?q=sparse&kind=journal", "/kinds/?honour=any"])(
  "hardly anything moves while %s loads",
  async (path) => {
    await open("/");
    await watchLayoutShifts(page);
    await page.goto(site.url + path);
    await settle();
    expect(await sumLayoutShifts(page)).toBeLessThanOrEqual(0.01);
  },
);

test("a list that the address narrows shows whole where its script does not come", async () => {
  await open("/");
  await page.route("**/assets/publications.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  await page.goto(`${site.url}/publications/?q=sparse`);
  expect((await titles()).length).toBe(await total());
});

test.each([
  ["light at 320 px", { viewport: { width: 320, height: 640 }, colorScheme: "light" as const }],
  ["dark on the desk", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const }],
])("the searched list has no accessibility fault, %s", async (_name, options) => {
  await open("/publications/?q=sparse&honour=any", { ...options, bypassCSP: true });
  expect(await listAccessibilityFaults(page)).toEqual([]);
  expect(
    await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    ),
  ).toBe(0);
});
