import { expect, test } from "vitest";
import { moveStyleBelow } from "./base-path.ts";
import { caddyFile, headersFile, nginxFiles } from "./hosting.ts";
import { findMissing } from "./references.ts";
import { sealPage } from "./seal-page.ts";

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
const RUNTIME = '<script src="/_next/static/chunks/a.js"></script>';

test.each([
  ['<a href="/cv/#x">a</a>', '<a href="/x/y/cv/#x">a</a>'],
  ['<a href="/x/y/">a</a>', '<a href="/x/y/x/y/">a</a>'],
  ['<form action="/digest/subscribe"></form>', '<form action="/x/y/digest/subscribe"></form>'],
  [
    '<img alt="" src="/a.png" srcset="/a.png 1x, /b.png 2x">',
    '<img alt="" src="/x/y/a.png" srcset="/x/y/a.png 1x, /x/y/b.png 2x">',
  ],
  ['<a href="//cdn.example/a">a</a>', '<a href="//cdn.example/a">a</a>'],
  ['<a href="https://a.example/b">a</a>', '<a href="https://a.example/b">a</a>'],
  ['<a href="#here">a</a>', '<a href="#here">a</a>'],
  ['<p>what href="/a" means</p>', '<p>what href="/a" means</p>'],
  ['<input type="hidden" value="/cv/">', '<input type="hidden" value="/cv/">'],
])("%s", (written, moved) => {
  expect(sealPage(page(`${written}${RUNTIME}`), { base: "/x/y" })).toMatchObject({
    html: page(moved),
  });
});

test("style sheets name files below the path, and others as they are", () => {
  expect(
    moveStyleBelow(
      "/cv",
      'a{src:url(/f/a.woff2)}b{src:url("/f/b.woff2"),url(data:x)}@import "/c.css";c{d:url(//e)}',
    ),
  ).toBe(
    'a{src:url(/cv/f/a.woff2)}b{src:url("/cv/f/b.woff2"),url(data:x)}@import "/cv/c.css";c{d:url(//e)}',
  );
});

test("what leads above the path is missing, though a file there has the same name", () => {
  const files = new Set(["index.html", "cv/index.html", "a.css"]);
  const missing = (from: string, reference: string) => findMissing(from, [reference], files, "/cv");
  expect(missing("index.html", "/cv/a.css")).toEqual([]);
  expect(missing("cv/index.html", "../a.css")).toEqual([]);
  expect(missing("index.html", "/cv/cv/")).toEqual([]);
  expect(missing("index.html", "/a.css")).toEqual(["/a.css"]);
  expect(missing("index.html", "/cv-other/a.css")).toEqual(["/cv-other/a.css"]);
});

test("settings for servers concern what is below the path alone", () => {
  const rules = headersFile({ base: "/cv" }).match(/^\/.*$/gm) ?? [];
  expect(rules.filter((rule) => !rule.startsWith("/cv/"))).toEqual([]);
  const { http, server } = nginxFiles({ base: "/cv" });
  expect(http).toContain('~^/cv/_next/static/ "');
  expect(server).toMatch(/^location \^~ \/cv\/ \{[^]*\}\n$/);
  expect(server.match(/(?<=location (= |\^~ ))\/(?!cv\/).*/g)).toBeNull();
  expect(caddyFile({ base: "/cv" }).match(/(?<=path |rewrite @missing )\/(?!cv\/).*/g)).toBeNull();
});
