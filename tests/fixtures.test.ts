import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCv } from "@triptych/data";
import { cvJsonSchema } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const MINIMAL = join(import.meta.dirname, "fixtures/minimal");
const FULL = join(import.meta.dirname, "fixtures/full");

/** Choices that exclude each other: a record has one schedule. */
const NOT_CHOSEN = ["DigestSettings.schedule = monthly", "DigestSettings.schedule = quarterly"];

type Group = Record<string, unknown>;
const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const groups = (value: unknown): Group[] => (Array.isArray(value) ? value.filter(isGroup) : []);
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

const schema = cvJsonSchema();

function resolveReference(reference: unknown): { name: string; definition: Group } {
  const name = String(reference).replace("#/definitions/", "");
  const definition: unknown = isGroup(schema["definitions"])
    ? schema["definitions"][name]
    : undefined;
  if (!isGroup(definition)) throw new Error(`the schema has no definition ${name}`);
  return { name, definition };
}

const formsOf = (node: Group) => [
  ...groups(node["anyOf"]),
  ...groups(node["allOf"]),
  ...(isGroup(node["items"]) ? [node["items"]] : []),
];
const propertiesOf = (node: Group) =>
  Object.entries(isGroup(node["properties"]) ? node["properties"] : {});
const choicesOf = (node: Group): unknown[] => (Array.isArray(node["enum"]) ? node["enum"] : []);

/**
 * Every property and choice of the schema, as `Definition.property` and `Definition.property =
 * choice`.
 */
function listPlaces(node: unknown, place: string, seen = new Set<string>()): string[] {
  if (!isGroup(node)) return [];
  if (node["$ref"] !== undefined) {
    const { name, definition } = resolveReference(node["$ref"]);
    if (seen.has(name)) return [];
    seen.add(name);
    return listPlaces(definition, name, seen);
  }
  return [
    ...choicesOf(node).map((choice) => `${place} = ${String(choice)}`),
    ...propertiesOf(node).flatMap(([key, child]) => [
      `${place}.${key}`,
      ...listPlaces(child, `${place}.${key}`, seen),
    ]),
    ...formsOf(node).flatMap((form) => listPlaces(form, place, seen)),
  ];
}

/** The same for what a record uses; a property that holds an empty list is not used. */
function listUses(node: unknown, value: unknown, place: string): string[] {
  if (!isGroup(node)) return [];
  if (node["$ref"] !== undefined) {
    const { name, definition } = resolveReference(node["$ref"]);
    return listUses(definition, value, name);
  }
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => listUses(node["items"], item, place));
  const within = [...groups(node["anyOf"]), ...groups(node["allOf"])].flatMap((form) =>
    listUses(form, value, place),
  );
  if (!isGroup(value))
    return [...(choicesOf(node).includes(value) ? [`${place} = ${String(value)}`] : []), ...within];
  const used = propertiesOf(node).filter(
    ([key]) => Object.hasOwn(value, key) && !isEmptyList(value[key]),
  );
  return [
    ...used.flatMap(([key, child]) => [
      `${place}.${key}`,
      ...listUses(child, value[key], `${place}.${key}`),
    ]),
    ...within,
  ];
}

/** The record as it is written, before defaults are filled in. */
async function readRecord(folder: string): Promise<Group> {
  const parts = await Promise.all(
    (await readdir(folder)).map(async (name): Promise<unknown> =>
      parse(await readFile(join(folder, name), "utf8")),
    ),
  );
  return Object.assign({}, ...parts.filter(isGroup));
}

describe("the minimal record", () => {
  test("is valid and holds a name and nothing else", async () => {
    const result = await loadCv(MINIMAL);
    expect(result).toMatchObject({
      kind: "valid",
      warnings: [],
      cv: { profile: { name: "Exemplia Testwell" } },
    });
    expect(listUses(schema, await readRecord(MINIMAL), "Cv")).toEqual([
      "Cv.profile",
      "Profile.name",
    ]);
  });
});

describe("the full record", () => {
  test("is valid, and its figures are borne out", async () => {
    expect(await loadCv(FULL)).toMatchObject({ kind: "valid", warnings: [] });
  });

  test("uses every property and every choice of the schema", async () => {
    const places = listPlaces(schema, "Cv");
    const uses = new Set(listUses(schema, await readRecord(FULL), "Cv"));
    // Guards against a walk that finds nothing to ask for.
    expect(places).toEqual(
      expect.arrayContaining([
        "PrintedName.person",
        "Appearance.honours = spotlight",
        "CoreRank.rank = A*",
        "Period.end",
      ]),
    );
    expect(places.length).toBeGreaterThan(200);
    expect(places.filter((place) => !uses.has(place))).toEqual(NOT_CHOSEN);
  });

  test("holds names that need more than Latin-1, and abstracts of two paragraphs", async () => {
    const result = await loadCv(FULL);
    if (result.kind === "faulty") throw new Error("the fixture is faulty");
    const { people, publications } = result.cv;
    expect(people.filter(({ name }) => /[\u0100-\u017f]/.test(name)).length).toBeGreaterThan(5);
    expect(
      publications
        .filter(({ abstract }) => abstract?.split(/\n+/).length === 2)
        .map(({ id }) => id),
    ).toEqual(["matching-hats", "needle-search"]);
    expect(publications.find(({ id }) => id === "matching-hats")?.equalContribution).toHaveLength(
      2,
    );
  });
});
