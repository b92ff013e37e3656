import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, NodeResult } from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let script: Promise<string> | undefined;

/**
 * Runs in the page: the contrast of each element's text with the nearest background behind it (WCAG
 * 2.2, relative luminance and contrast ratio). Chromium gives computed colours as `rgb(r, g, b)`,
 * with a fourth part where they are not opaque.
 */
const MEASURE = `(selectors) => {
  const read = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour.length === 3) return colour;
    }
    return [255, 255, 255];
  };
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const style = getComputedStyle(element);
    const [light, dark] = [read(element instanceof SVGElement ? style.fill : style.color).slice(0, 3), background(element)].map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  });
}`;

/**
 * What axe could not decide: contrasts are measured by their colours alone, everything else is for
 * a person to look at and counts as a fault.
 */
async function judgeUndecided(page: Page, { incomplete }: AxeResults): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, nodes } of incomplete) {
    if (id !== "color-contrast")
      faults.push(...nodes.map(({ html }) => `${id}, undecided: ${html}`));
    else faults.push(...(await listFaint(page, nodes)));
  }
  return faults;
}

/** Texts below 4.5 to 1, which is WCAG 1.4.3 for text of any size. */
async function listFaint(page: Page, nodes: readonly NodeResult[]): Promise<string[]> {
  const ratios: number[] = await page.evaluate(
    `(${MEASURE})(${JSON.stringify(nodes.map(({ target }) => String(target[0])))})`,
  );
  return nodes.flatMap(({ html }, index) =>
    (ratios[index] ?? 0) < 4.5
      ? [`color-contrast, ${ratios[index]?.toFixed(2)} to 1: ${html}`]
      : [],
  );
}

/**
 * What axe finds wrong with an open page or cannot decide, one line an element. The page's own
 * policy must be bypassed, for it lets no foreign script in.
 */
export async function listAccessibilityFaults(page: Page): Promise<string[]> {
  script ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(await script);
  // What passes is not listed: finding an address for each of a long page's elements takes most of
  // the time.
  const options = { runOnly: TAGS, resultTypes: ["violations", "incomplete"] };
  const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  const violations = results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html}`),
  );
  return [...violations, ...(await judgeUndecided(page, results))];
}
