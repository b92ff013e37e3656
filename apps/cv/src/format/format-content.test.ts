import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { formatContent } from "./format-content.ts";

function format(text: string): string {
  const formatted = formatContent(text);
  if (formatted.kind !== "formatted") throw new Error(formatted.reason);
  return formatted.text;
}

test("keys come in the order of the schema, comments stay with them, and nothing else moves", () => {
  const text = `# The record.

talks:
    -   date: 2024   # when
        host: H
    # A second one.
    - { date: "2023", title: 'T',   host: H }
profile:
  # All of it.
  name: Ada
  id: ada

  emails: [ a@example.org ]
`;
  expect(format(text)).toBe(`# The record.

talks:
  - host: H
    date: 2024 # when
  # A second one.
  - { title: "T", host: H, date: "2023" }
profile:
  id: ada
  # All of it.
  name: Ada

  emails: [a@example.org]
`);
});

test("what the schema does not know comes last, in its own order", () => {
  expect(format("profile:\n  zzz: 1\n  aaa: 2\n  name: Ada\n")).toBe(
    "profile:\n  name: Ada\n  zzz: 1\n  aaa: 2\n",
  );
});

test("numbers keep the digits they are written with", () => {
  expect(format("publications:\n  - { id: a, arxiv: 2201.11380, volume: 012 }\n")).toContain(
    "2201.11380",
  );
});

test("aliases keep their anchors above them", () => {
  const text = "talks:\n  - { date: &day 2024, host: H }\n  - { host: H, date: *day }\n";
  expect(parse(format(text))).toEqual(parse(text));
});

test.each(["", "# nothing yet\n", "profile:\n"])("an empty file %j stays as it is", (text) =>
  expect(format(text)).toBe(text),
);

test.each(["profile: [", "a: 1\n---\nb: 2\n", "a: *nowhere\n"])(
  "what cannot be read is left alone: %j",
  (text) => {
    expect(formatContent(text).kind).toBe("unreadable");
  },
);

describe("whatever the file", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "2024",
      "yes",
      "null",
      "# no comment",
      "a: b",
      "- x",
      "'",
      '"',
      "~",
      "2201.11380",
      " x",
      "*a",
      "&a",
      "!t",
    ),
  );
  const talk = fc.record(
    { date: text, host: text, title: text, organisers: fc.array(text, { maxLength: 3 }) },
    { requiredKeys: [] },
  );
  const record = fc.record(
    {
      talks: fc.array(talk, { maxLength: 3 }),
      profile: fc.record(
        { name: text, id: text, emails: fc.array(text, { maxLength: 2 }) },
        { requiredKeys: [] },
      ),
      settings: fc.dictionary(fc.string({ maxLength: 5 }), text, { maxKeys: 3 }),
    },
    { requiredKeys: [] },
  );

  test("the form says the same, and its form is itself", () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 6 }), fc.boolean(), (value, indent, isFlow) => {
        const written = stringify(value, { indent, collectionStyle: isFlow ? "flow" : "any" });
        const once = format(written);
        expect(parse(once)).toEqual(parse(written));
        expect(format(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  test("every comment survives", () => {
    const whole = [
      "profile:",
      "  name: Ada",
      "  id: ada",
      "  emails:",
      "    - a@example.org",
      "talks:",
      "  - date: 2024",
      "    host: H",
    ];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 6 }), (places) => {
        const commented = whole.flatMap((line, at) => [
          ...places.flatMap((place, index) =>
            place === at ? [`${/^\s*/.exec(line)?.[0] ?? ""}# comment ${index}.`] : [],
          ),
          line,
        ]);
        const once = format(`${commented.join("\n")}\n`);
        for (const [index, place] of places.entries())
          if (place < whole.length) expect(once).toContain(`# comment ${index}.`);
        expect(format(once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });
});

test("the files of this repository come to rest and say the same", async () => {
  const folder = join(import.meta.dirname, "../../../../packages/data/content");
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".yaml"))) {
    const written = await readFile(join(folder, name), "utf8");
    const once = format(written);
    expect(format(once), name).toBe(once);
    expect(parse(once), name).toEqual(parse(written));
    for (const comment of written.match(/#.*/g) ?? []) expect(once, name).toContain(comment);
  }
});
