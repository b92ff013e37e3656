import fc from "fast-check";
import { parse, serialize } from "parse5";
import { describe, expect, test } from "vitest";
import { sealPage } from "./seal-page.ts";

const RUNTIME = '<script src="/_next/static/chunks/abc123.js" async=""></script>';
const page = (head: string, body = "<p>Text</p>") =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;

const reasonOf = (html: string) => {
  const sealed = sealPage(html);
  return sealed.kind === "unknown" ? sealed.reason : undefined;
};

test("the runtime, its preloads, its data, comments and empty slots go; content and own files stay", () => {
  const sealed = sealPage(
    page(
      `${RUNTIME}<link rel="preload" as="script" href="/_next/static/chunks/x.js"><link rel="stylesheet" href="/_next/static/chunks/y.css"><script type="application/ld+json">{"a":1}</script><script src="/assets/filter.js" defer></script>`,
      '<div hidden=""><!--$--><!--/$--></div><p>Text</p><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"<p>"])</script>',
    ),
  );
  expect(sealed).toMatchObject({
    kind: "sealed",
    html: page(
      '<link rel="stylesheet" href="/_next/static/chunks/y.css"><script type="application/ld+json">{"a":1}</script><script src="/assets/filter.js" defer=""></script>',
    ),
  });
});

test("links of the head are the same bytes, whichever the framework had ready first", () => {
  const own = '<link rel="canonical" href="/a/"><link rel="alternate" href="/a.bib">';
  const all = '<link rel="icon" href="/favicon.ico"><link rel="alternate" href="/feed.xml">';
  const [first, second] = [all + own + RUNTIME, RUNTIME + own + all].map((head) =>
    sealPage(page(head)),
  );
  expect(first).toMatchObject({
    html: page(
      '<link rel="canonical" href="/a/"><link rel="alternate" href="/a.bib">' +
        '<link rel="alternate" href="/feed.xml"><link rel="icon" href="/favicon.ico">',
    ),
  });
  expect(second).toMatchObject({ html: first?.kind === "sealed" ? first.html : "" });
});

test("a link that is repeated stands once", () => {
  const font = '<link rel="preload" href="/f.woff2" as="font">';
  expect(
    sealPage(page(`${font}${RUNTIME}<link as="font" rel="preload" href="/f.woff2">`)),
  ).toMatchObject({ kind: "sealed", html: page(font) });
});

describe("an unknown shape stops the seal", () => {
  test.each([
    [
      "a foreign script",
      page(`${RUNTIME}<script src="https://example.org/a.js"></script>`),
      "a script from https://example.org/a.js",
    ],
    [
      "an unknown inline script",
      page(`${RUNTIME}<script>alert(1)</script>`),
      'an inline script that begins "alert(1)"',
    ],
    [
      "a script of ours that is a runtime file by name only",
      page(`${RUNTIME}<script src="/_next/static/chunks/../../evil.js"></script>`),
      "a script from /_next/static/chunks/../../evil.js",
    ],
    [
      "an inline handler",
      page(RUNTIME, '<p onclick="x()">T</p>'),
      "an inline event handler on <p>",
    ],
    ["an inline style", page(RUNTIME, '<p style="color:red">T</p>'), "an inline style on <p>"],
    ["a style sheet in the page", page(`${RUNTIME}<style>p{}</style>`), "an inline style sheet"],
    [
      "a preload of a foreign module",
      page(`${RUNTIME}<link rel="modulepreload" href="/x.js">`),
      "a preload of /x.js",
    ],
  ])("%s", (_name, html, reason) => {
    expect(reasonOf(html)).toBe(`holds ${reason}`);
  });

  test("a page without any runtime", () => {
    expect(reasonOf(page(""))).toMatch(/no script of the framework/);
  });

  test("flight data that is left in the text", () => {
    expect(reasonOf(page(RUNTIME, "<p>__next_f</p>"))).toBe("still holds __next_f");
  });
});

/** Benign markup: text with every awkward character, attributes, nesting. */
const words = fc.string({ unit: fc.constantFrom(..."aé<>&\"' 漢\u00a0") });
const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc.oneof(
    { depthSize: "small" },
    words.map(escapeText),
    fc
      .tuple(
        fc.constantFrom("span", "b", "section", "ul"),
        fc.constantFrom("class", "title", "data-x", "aria-label"),
        words,
        fc.array(tie("markup"), { maxLength: 3 }),
      )
      .map(
        ([tag, name, value, inner]) =>
          `<${tag} ${name}="${escapeText(value)}">${inner.join("")}</${tag}>`,
      ),
  ),
}));

test("any benign markup keeps its elements, text and attributes", () => {
  fc.assert(
    fc.property(markup, (body) => {
      expect(sealPage(page(RUNTIME, body))).toMatchObject({
        kind: "sealed",
        html: serialize(parse(page("", body))),
      });
    }),
  );
});
