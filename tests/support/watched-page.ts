import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, beforeEach } from "vitest";
import type { BuiltSite } from "./built-site.ts";

/**
 * Pages of the site that may not complain: an error, or a breach of the policy, which the console
 * reports as one, fails the test.
 */
export function watchPages(site: BuiltSite): {
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
} {
  let context: BrowserContext | undefined;
  let faults: string[] = [];
  beforeEach(() => {
    faults = [];
  });
  afterEach(() => {
    if (faults.length > 0) throw new Error(faults.join("\n"));
  });
  return {
    /** In a fresh context, which may use the clipboard; the one before is closed. */
    open: async (path, options = {}) => {
      await context?.close();
      context = await site.browser.newContext({
        permissions: ["clipboard-read", "clipboard-write"],
        ...options,
      });
      const page = await context.newPage();
      page.on("console", (message) =>
        message.type() === "error" ? faults.push(message.text()) : undefined,
      );
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(site.url + path);
      return page;
    },
  };
}
