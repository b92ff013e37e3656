import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealSite } from "./seal-site.ts";

const RUNTIME = '<script src="/_next/static/chunks/a.js"></script>';
const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
const GOOD = {
  "next/index.html": page(`<p>Text</p><a href="/cv.pdf">CV</a>${RUNTIME}`),
  "next/index.txt": "flight",
  "next/_next/static/chunks/a.js": "runtime",
  "additions/cv/og.png": "picture",
  "next/assets/site.js": "own",
  "pdf/cv.pdf": "pdf",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "seal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function seal(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return sealSite({
    exported: join(folder, "next"),
    pdfs: join(folder, "pdf"),
    additions: Promise.resolve(join(folder, "additions")),
    site: join(folder, "site"),
    headers: join(folder, "headers.json"),
    hosting: join(folder, "hosting"),
  });
}

test("pages, own scripts, pictures and PDFs stay; runtime and flight files go", async () => {
  expect(await seal(GOOD)).toEqual({ kind: "sealed", pages: 1, files: 1 });
  const files = await readdir(join(folder, "site"), { recursive: true });
  expect(files).toEqual(
    expect.arrayContaining(["index.html", "assets/site.js", "cv/og.png", "cv.pdf"]),
  );
  expect(files.filter((file) => /index\.txt|chunks/.test(file))).toEqual([]);
  expect(await readFile(join(folder, "site/index.html"), "utf8")).toBe(
    page('<p>Text</p><a href="/cv.pdf">CV</a>'),
  );
});

test.each([
  [
    "a picture for link previews that was not drawn",
    {
      "next/index.html": page(RUNTIME).replace(
        "<title>",
        '<meta property="og:image" content="https://site.example/no/og.png"><title>',
      ),
    },
    ["index.html: names the picture no/og.png, which was not drawn"],
  ],
  [
    "an unknown kind of file",
    { "next/a.wasm": "x" },
    ["a.wasm: the seal has no rule for this file"],
  ],
  [
    "a chunk that a page still needs",
    {
      "next/index.html": page(
        `<link rel="stylesheet" href="/_next/static/chunks/b.css">${RUNTIME}`,
      ),
    },
    ["index.html: refers to _next/static/chunks/b.css, which is not part of the site"],
  ],
  [
    "a picture candidate that is missing",
    {
      "next/index.html": page(
        `<img alt="" src="/cv/og.png" srcset="/cv/og.png 1x, /two.png 2x">${RUNTIME}`,
      ),
    },
    ["index.html: refers to two.png, which is not part of the site"],
  ],
  [
    "a font that a style sheet needs",
    { "next/_next/static/chunks/c.css": "@font-face{src:url(/fonts/no.woff2)}" },
    ["_next/static/chunks/c.css: refers to fonts/no.woff2, which is not part of the site"],
  ],
])("%s is refused, and the old site stays", async (_name, files, reasons) => {
  await seal(GOOD);
  expect(await seal({ ...GOOD, ...files })).toEqual({ kind: "refused", reasons });
  expect(await readFile(join(folder, "site/index.html"), "utf8")).toContain("Text");
  expect(await readdir(folder)).not.toContain("site.next");
});

test("a site without the PDF is refused", async () => {
  const { "pdf/cv.pdf": _pdf, ...rest } = GOOD;
  expect(await seal(rest)).toEqual({
    kind: "refused",
    reasons: [expect.stringMatching(/holds no cv\.pdf; build the PDF first$/)],
  });
});
