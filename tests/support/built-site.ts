import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { STATE } from "./places.ts";
import { serveSite } from "./site-server.ts";

/** The built site and a browser to read it with, while the tests of a file run. */
export interface BuiltSite {
  /** Address of the site, without a slash at the end. */
  url: string;
  browser: Browser;
}

/**
 * Starts both before the tests of a file and ends both after them; what is returned may be read
 * inside tests only.
 */
export function openBuiltSite(): BuiltSite {
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  beforeAll(async () => {
    site = await serveSite(join(STATE, "site"));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    get url() {
      return site.url;
    },
    get browser() {
      return browser;
    },
  };
}
