import { cvJsonSchema, SCHEMA_VERSION } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeSchemaReference } from "./schema-reference.ts";
import { plainText } from "../text/span.ts";

const reference = composeSchemaReference(en);
const find = (name: string) => reference.definitions.find((definition) => definition.name === name);

test("every definition of the published schema has a place, and each its own", () => {
  const names = Object.keys(cvJsonSchema()["definitions"] ?? {});
  expect(reference.definitions).toHaveLength(names.length);
  expect(names.length).toBeGreaterThan(35);
  expect(new Set(reference.definitions.map(({ id }) => id)).size).toBe(names.length);
  expect(reference.version).toBe(SCHEMA_VERSION);
});

test("every definition says what it is, in the schema's own words", () => {
  for (const { name, description } of reference.definitions)
    expect(description, name).toMatch(/\.$/);
  expect(find("Talk")?.description).toBe("An invited talk. It needs a title, a series or a host.");
});

test("fields say whether they are required, what they are and what they may be", () => {
  const fields = new Map(find("Appearance")?.fields.map((field) => [field.key, field]));
  expect(fields.get("kind")).toMatchObject({
    isRequired: true,
    choices: expect.arrayContaining(["book", "journal"]),
  });
  expect(fields.get("date")).toMatchObject({
    isRequired: false,
    type: [{ text: "Partial date", href: "#schema-partial-date" }],
  });
  expect(fields.get("honours")).toMatchObject({
    type: [{ text: "List of: " }, { text: "one of" }],
    choices: expect.arrayContaining(["oral"]),
  });
  expect(fields.get("edition")).toMatchObject({
    type: [{ text: "Whole number" }],
    description: "Which one in the series: 41 for the forty-first.",
  });
  expect(plainText(find("Work")?.fields.find(({ key }) => key === "authors")?.type ?? [])).toBe(
    "List of: printed name",
  );
});

test("values that are no groups of keys say what they are, and names that may be either show the keys", () => {
  expect(plainText(find("Partial date")?.type ?? [])).toBe("Text");
  expect(plainText(find("Printed name")?.type ?? [])).toBe("Text, or group of keys");
  expect(find("Printed name")?.fields.map(({ key }) => key)).toEqual(["name", "title", "person"]);
});

test("every link leads to a definition of the page", () => {
  const ids = new Set(reference.definitions.map(({ id }) => `#${id}`));
  const links = reference.definitions.flatMap(({ fields }) =>
    fields.flatMap(({ type }) => type.flatMap(({ href }) => href ?? [])),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((link) => !ids.has(link))).toEqual([]);
});
