import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pagePolicy } from "./security-headers.ts";
import { AT_ROOT } from "./site-place.ts";
import { packSealed, sealFile, unpackSealed } from "./sealed-file.ts";
import { type SealInput, sealSite } from "./seal-site.ts";
import { SiteDraft } from "./site-draft.ts";

const RUNTIME = '<script src="/_next/static/chunks/a.js"></script>';
const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
/** A page as it is handed out. */
const sealedPage = (body: string) =>
  page(body).replace(
    "<head>",
    `<head><meta http-equiv="Content-Security-Policy" content="${pagePolicy(AT_ROOT)}">`,
  );
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

async function seal(
  files: Record<string, string>,
  pages: SealInput["pages"] = { called: ["index.html"], allowed: ["404.html"] },
) {
  const below = (place: string) =>
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith(`${place}/`) ? [[path.slice(place.length + 1), text] as const] : [],
    );
  for (const [path, text] of below("next")) {
    await mkdir(dirname(join(folder, "next", path)), { recursive: true });
    await writeFile(join(folder, "next", path), text);
  }
  const draft = new SiteDraft(join(folder, "site"));
  const result = await sealSite({
    draft,
    exported: join(folder, "next"),
    kept: new Map(),
    seal: sealFile,
    pages,
    add: async () => {
      for (const [path, text] of below("additions")) await draft.add(path, Buffer.from(text));
    },
    documents: Promise.resolve(
      new Map(below("pdf").map(([path, text]) => [path, Buffer.from(text)])),
    ),
  });
  return result;
}

test("pages, own scripts, pictures and PDFs stay; runtime and flight files go", async () => {
  expect(await seal(GOOD)).toEqual({ kind: "sealed", pages: 1, files: 1 });
  const files = await readdir(join(folder, "site"), { recursive: true });
  expect(files).toEqual(
    expect.arrayContaining(["index.html", "assets/site.js", "cv/og.png", "cv.pdf"]),
  );
  expect(files.filter((file) => /index\.txt|chunks/.test(file))).toEqual([]);
  expect(await readFile(join(folder, "site/index.html"), "utf8")).toBe(
    sealedPage('<p>Text</p><a href="/cv.pdf">CV</a>'),
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
])("%s is refused", async (_name, files, reasons) => {
  expect(await seal({ ...GOOD, ...files })).toEqual({ kind: "refused", reasons });
});

test("a page that the record does not call for is refused, and one that is missing", async () => {
  const withdrawn = { "next/publications/withdrawn/index.html": page(RUNTIME) };
  const called = ["index.html", "publications/new/index.html"];
  expect(await seal({ ...GOOD, ...withdrawn }, { called, allowed: [] })).toEqual({
    kind: "refused",
    reasons: [
      "publications/new/index.html: the record calls for this page, and it was not exported",
      "publications/withdrawn/index.html: the record does not call for this page",
    ],
  });
});

test("a page that the record wants gone is not handed out", async () => {
  const sign = { "next/digest/index.html": page(RUNTIME) };
  const pages = { called: ["index.html"], allowed: [], dropped: ["digest/index.html"] };
  expect(await seal({ ...GOOD, ...sign }, pages)).toMatchObject({ kind: "sealed", pages: 1 });
  expect(await readdir(join(folder, "site"))).not.toContain("digest");
});

test("a page that is kept stands as it was sealed, and is held to the same rules", async () => {
  const sealed = await sealFile("talks/index.html", Buffer.from(page(`<p>Kept</p>${RUNTIME}`)));
  if (sealed.kind !== "sealed") throw new Error(sealed.reason);
  const kept = unpackSealed(packSealed(sealed.file));
  const draft = new SiteDraft(join(folder, "site"));
  const result = await sealSite({
    draft,
    exported: join(folder, "none"),
    kept: new Map([
      ["talks/index.html", kept],
      ["cv/index.html", { ...kept, references: ["/gone.css"] }],
    ]),
    seal: sealFile,
    pages: { called: ["talks/index.html"], allowed: ["cv/index.html"] },
    add: async () => undefined,
    documents: Promise.resolve(new Map()),
  });
  expect(result).toEqual({
    kind: "refused",
    reasons: ["cv/index.html: refers to gone.css, which is not part of the site"],
  });
  expect(await readFile(join(folder, "site/talks/index.html"), "utf8")).toBe(
    sealedPage("<p>Kept</p>"),
  );
});
