import { parse } from "parse5";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMissing, listPageReferences, listStyleReferences } from "./references.ts";

test("a page's scripts, sheets, pictures and candidates are listed; links to follow are not", () => {
  const html =
    '<link rel="stylesheet" href="/a.css"><script src="/assets/b.js"></script><img src="/c.png" srcset="/c.png 1x, /d.png 2x"><a href="/e/">e</a><link rel="preload" imagesrcset="/f.png 1x">';
  expect(listPageReferences(parse(html))).toEqual([
    "/a.css",
    "/assets/b.js",
    "/c.png",
    "/c.png",
    "/d.png",
    "/f.png",
  ]);
});

test("a style sheet's addresses are listed, its comments are not read", () => {
  expect(
    listStyleReferences(
      `@import "/a.css"; p{background:url( '/b.png' )} /* url(/no.png) */ q{src:url(/c.woff2)}`,
    ),
  ).toEqual(["/a.css", "/b.png", "/c.woff2"]);
});

describe("missing files", () => {
  const files = new Set(["index.html", "cv/index.html", "fonts/serif.woff2", "a b.png"]);
  test.each([
    ["a file that is there", "index.html", "/fonts/serif.woff2", []],
    ["a page by its folder", "index.html", "/cv/#top", []],
    ["an escaped name", "index.html", "/a%20b.png?v=1", []],
    ["a relative address", "_next/static/chunks/a.css", "../../../fonts/serif.woff2", []],
    ["another origin", "index.html", "https://example.org/x.png", []],
    ["data", "index.html", "data:image/png;base64,AA", []],
    [
      "a chunk that is gone",
      "index.html",
      "/_next/static/chunks/a.css",
      ["_next/static/chunks/a.css"],
    ],
    ["a relative address that is gone", "cv/index.html", "x.png", ["cv/x.png"]],
  ])("%s", (_name, from, reference, missing) => {
    expect(findMissing(from, [reference], files)).toEqual(missing);
  });

  test("any name is found exactly when its file is there", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 _~-]{1,12}\.png$/), (name) => {
        const reference = `/${encodeURIComponent(name)}`;
        expect(findMissing("index.html", [reference], new Set([name]))).toEqual([]);
        expect(findMissing("index.html", [reference], new Set())).toEqual([name]);
      }),
    );
  });
});
