import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { weighPage } from "./page-weight.ts";

let site = "";

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), "page-weight-"));
  await writeFile(join(site, "a.css"), "a{}".repeat(1000));
  await writeFile(join(site, "a.js"), "let a;");
  await writeFile(join(site, "face.woff2"), Buffer.alloc(500));
});

afterEach(() => rm(site, { recursive: true, force: true }));

const weigh = async (head: string) => {
  await writeFile(
    join(site, "index.html"),
    `<!doctype html><html><head>${head}</head><body></body></html>`,
  );
  return weighPage(site, "/");
};

test("a page counts what it names, once", async () => {
  const weight = await weigh(
    '<link rel="preload" as="font" href="/face.woff2"><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/a.css"><script src="/a.js"></script>',
  );
  expect(weight).toMatchObject({
    requests: 4,
    preloadedFonts: 1,
    preloadedFontBytes: 500,
    framework: 0,
    thirdParty: 0,
  });
  expect(weight.style).toBeLessThan(3000);
  expect(weight.script).toBeGreaterThan(0);
});

test("script in the page is framework script; structured data and scripts for old browsers are not", async () => {
  expect((await weigh("<script>go()</script>")).framework).toBe(4);
  expect(
    (
      await weigh(
        '<script type="application/ld+json">{}</script><script nomodule src="/old.js"></script>',
      )
    ).framework,
  ).toBe(0);
});

test("what comes from elsewhere is counted as such", async () => {
  expect(
    (
      await weigh(
        '<script src="https://other.example/x.js"></script><img src="//other.example/x.png">',
      )
    ).thirdParty,
  ).toBe(2);
});

test("a typeface that only the style sheet names is counted too, and one that is preloaded as well once", async () => {
  await mkdir(join(site, "fonts"));
  await writeFile(join(site, "fonts", "text.woff2"), Buffer.alloc(700));
  await writeFile(join(site, "fonts", "display.woff2"), Buffer.alloc(900));
  await writeFile(
    join(site, "a.css"),
    '@font-face{src:url(/fonts/text.woff2)}@font-face{src:url("/fonts/display.woff2")}',
  );
  const weight = await weigh(
    '<link rel="preload" as="font" href="/fonts/text.woff2"><link rel="stylesheet" href="/a.css">',
  );
  expect(weight).toMatchObject({ requests: 4, preloadedFonts: 1, preloadedFontBytes: 700 });
  expect(weight.total).toBeGreaterThan(1600);
  expect(weight.total).toBeLessThan(2100);
});
