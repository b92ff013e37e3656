import type { Page } from "playwright-core";

/** Counts from the next page on how much moves while nobody does anything. */
export function watchLayoutShifts(page: Page): Promise<unknown> {
  return page.addInitScript(`
    let sum = 0;
    const add = (entries) => { for (const { value } of entries) sum += value; };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    window.sumLayoutShifts = () => { add(observer.takeRecords()); return sum; };
  `);
}

/** After everything that was asked for until now has been painted. */
export async function waitForPaint(page: Page): Promise<void> {
  await page.evaluate(
    "new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))))",
  );
}

/** The score of all shifts until now; 0 is none, and 0.1 is felt. */
export async function sumLayoutShifts(page: Page): Promise<number> {
  await waitForPaint(page);
  return Number(await page.evaluate("sumLayoutShifts()"));
}
