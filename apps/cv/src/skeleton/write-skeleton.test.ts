import { crossCheck, Cv } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { listEntryKinds, writeSkeleton } from "./write-skeleton.ts";

const KINDS = listEntryKinds().map((kind) => [kind.name, kind] as const);

/** The record a skeleton makes together with a name. */
function recordOf(text: string): Record<string, unknown> {
  const parts: unknown = parse(text);
  // The loader takes a part without a value for one left out.
  const filled = Object.entries(parts ?? {}).filter(([, value]) => value !== null);
  return { profile: { name: "Ada Example" }, ...Object.fromEntries(filled) };
}

/**
 * YAML makes numbers of what the schema wants as text, which the loader mends; here the test does.
 */
const asText = (text: string) =>
  text.replaceAll(/: (\d{4}(?:-\d\d)?|\d+\.\d+)(?=[\s,}])/g, ': "$1"');

test("there is a kind for every part of a record, and for every form of a work", () => {
  const names = KINDS.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      "profile",
      "talk",
      "award",
      "publication",
      "book",
      "software",
      "person",
      "venue",
      "settings",
      "skills",
    ]),
  );
  expect(new Set(KINDS.map(([, { part }]) => part.key))).toEqual(
    new Set(Object.keys(Cv.shape).filter((key) => key !== "schemaVersion")),
  );
});

describe.each(KINDS)("%s", (name, kind) => {
  const text = writeSkeleton(kind, "Ada Example");

  test("is valid as it stands", () => {
    const parsed = Cv.safeParse(recordOf(asText(text)));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  test("and with every comment made true", () => {
    const whole = asText(text)
      .split("\n")
      .map((line) => (/^\s+# \w+: /.test(line) ? line.replace("# ", "") : line))
      .join("\n");
    const parsed = Cv.safeParse(recordOf(whole));
    expect(parsed.error?.issues ?? [], whole).toEqual([]);
  });

  test("names every key the schema has there", () => {
    const properties = (kind.part.node.items ?? kind.part.node).properties;
    for (const { key } of properties) expect(text, name).toMatch(new RegExp(`(^|\\s)${key}:`));
  });
});

test("a form of a work has that kind, and its faults are only those that names of one's own mend", () => {
  const kind = listEntryKinds().find(({ name }) => name === "software");
  if (kind === undefined) throw new Error("no such kind");
  const cv = Cv.parse(recordOf(asText(writeSkeleton(kind, "Ada Example"))));
  expect(cv.publications[0]).toMatchObject({
    id: "new-entry",
    authors: ["Ada Example"],
    appearances: [{ kind: "software" }],
  });
  expect(crossCheck(cv)).toEqual([]);
});
