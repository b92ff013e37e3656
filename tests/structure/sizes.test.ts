import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { read, source } from "./house.ts";
import { findWideLines } from "./line-width.ts";
import { readSyntax } from "./syntax.ts";

/** A translator opens one file, however many words there are. */
const WORDS = /^packages\/words\/src\/\w+\.ts$/;

const lengths = source
  .filter((file) => !WORDS.test(file))
  .map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }))
  .toSorted((one, other) => one.lines - other.lines);
const lengthAt = (share: number) => lengths[Math.floor(lengths.length * share)]?.lines;

describe("files", () => {
  test("are at most 300 lines long", () => {
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test("are mostly short: half of them under 60 lines, one in twenty over 200", () => {
    expect(lengthAt(0.5)).toBeLessThanOrEqual(60);
    expect(lengthAt(0.95)).toBeLessThanOrEqual(200);
  });

  test("have lines of at most 100 characters, but for what cannot be wrapped", () => {
    expect(source.flatMap((file) => findWideLines(file, read(file)))).toEqual([]);
  });

  test("are at most 16 in a folder", () => {
    const folders = Map.groupBy(source, (file) => posix.dirname(file));
    const full = [...folders].filter(([, files]) => files.length > 16);
    expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
  });
});

describe("functions", () => {
  const functions = source.flatMap((file) =>
    readSyntax(file, read(file)).functions.map((entry) => ({ file, ...entry })),
  );

  test("have at most five parameters", () => {
    const many = functions.filter(({ parameters }) => parameters > 5);
    expect(many.map(({ file, line, name }) => `${file}:${line} ${name}`)).toEqual([]);
  });

  test("are at most 60 lines long", () => {
    const long = functions.filter(({ lines }) => lines > 60);
    expect(long.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });
});
