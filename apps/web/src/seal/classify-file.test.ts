import { expect, test } from "vitest";
import { classifyFile } from "./classify-file.ts";

test.each([
  ["index.html", "page"],
  ["publications/msrs/index.html", "page"],
  ["404.html", "page"],
  ["404/index.html", "drop"],
  ["_next/static/chunks/0a~b.js", "drop"],
  ["_next/static/triptych/_buildManifest.js", "drop"],
  ["publications/msrs/__next._full.txt", "drop"],
  ["cv/index.txt", "drop"],
  ["_next/static/chunks/0a.css", "keep"],
  ["robots.txt", "keep"],
  ["cv.json", "keep"],
  ["fonts/serif.woff2", "keep"],
  ["surprise.wasm", "unknown"],
  ["notes.txt", "unknown"],
] as const)("%s: %s", (path, verdict) => {
  expect(classifyFile(path)).toBe(verdict);
});
