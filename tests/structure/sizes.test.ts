import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { read, source } from "./house.ts";
import { findWideLines } from "./line-width.ts";
import { readSyntax } from "./syntax.ts";

/** Nobody may go beyond these, while what is too large is being cut. */
const LIMIT = {
  file: 350,
  median: 65,
  nineteenOfTwenty: 210,
  folder: 20,
  long: 30,
  parameters: 6,
  wide: 300,
};

/** A translator opens one file, however many words there are. */
const WORDS = /^packages\/words\/src\/\w+\.ts$/;

const lengths = source
  .filter((file) => !WORDS.test(file))
  .map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }))
  .toSorted((one, other) => one.lines - other.lines);
const lengthAt = (share: number) => lengths[Math.floor(lengths.length * share)]?.lines;

describe("files", () => {
  test("have an end in sight", () => {
    expect(lengths.filter(({ lines }) => lines > LIMIT.file)).toEqual([]);
  });

  test("are mostly short", () => {
    expect(lengthAt(0.5)).toBeLessThanOrEqual(LIMIT.median);
    expect(lengthAt(0.95)).toBeLessThanOrEqual(LIMIT.nineteenOfTwenty);
  });

  test("have few lines that are too wide", () => {
    const wide = source.flatMap((file) => findWideLines(file, read(file)));
    expect(wide.length).toBeLessThanOrEqual(LIMIT.wide);
  });

  test("are few in a folder", () => {
    const folders = Map.groupBy(source, (file) => posix.dirname(file));
    const full = [...folders].filter(([, files]) => files.length > LIMIT.folder);
    expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
  });
});

describe("functions", () => {
  const functions = source.flatMap((file) =>
    readSyntax(file, read(file)).functions.map((entry) => ({ file, ...entry })),
  );

  test("have few parameters", () => {
    const many = functions.filter(({ parameters }) => parameters > LIMIT.parameters);
    expect(many.map(({ file, line, name }) => `${file}:${line} ${name}`)).toEqual([]);
  });

  test("are rarely longer than 60 lines", () => {
    const long = functions.filter(({ lines }) => lines > 60);
    expect(long.length).toBeLessThanOrEqual(LIMIT.long);
  });
});
