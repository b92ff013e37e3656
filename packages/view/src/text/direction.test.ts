import { expect, test } from "vitest";
import { isolateTexts } from "./direction.ts";

const isolated = (html: string) => isolateTexts(html, ["<bdi>", "</bdi>"]);

test.each([
  ["<p>Ada, Bo</p>", "<p>Ada, Bo</p>"],
  ["<p>שלום!</p>", "<p><bdi>שלום!</bdi></p>"],
  ["<p>א<!-- -->, <!-- -->ب </p>", "<p><bdi>א</bdi><!-- -->, <!-- --><bdi>ب</bdi> </p>"],
  ["<p>\u00a0<b>א</b> &amp; C</p>", "<p>\u00a0<b><bdi>א</bdi></b> &amp; C</p>"],
  ['<a title="א">ב $& ב</a>', '<a title="א"><bdi>ב $& ב</bdi></a>'],
  ["<p>\u2068א\u2069, B</p>", "<p>\u2068א\u2069, B</p>"],
  ["<p><bdi>א <i>ב</i></bdi></p>", "<p><bdi>א <i>ב</i></bdi></p>"],
  ["<title>א</title><p>ב</p>", "<title>א</title><p><bdi>ב</bdi></p>"],
  ['<script>"<p>א</p>"</script>', '<script>"<p>א</p>"</script>'],
  ["<select><option>א (1)</option></select>", "<select><option>א (1)</option></select>"],
])("%s", (html, expected) => {
  expect(isolated(html)).toBe(expected);
});
