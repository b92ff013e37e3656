import { describe, expect, test } from "vitest";
import { files, read } from "./house.ts";

interface Turbo {
  boundaries: { tags: Record<string, { dependencies: { allow: string[] } }> };
}

/** The table of `docs/architecture.md`: what each place may import, as written there. */
const written = new Map(
  [...read("docs/architecture.md").matchAll(/^\| `([\w/-]+)` \|.*\| ([^|]*) \|$/gm)].map(
    ([, place = "", imports = ""]) => [place, imports.split(", ")] as const,
  ),
);
const places = files
  .filter((file) => /^((packages|apps)\/[^/]+|tests)\/package\.json$/.test(file))
  .map((file) => file.replace("/package.json", ""));
const nameOf = (place: string) => place.replace(/^.*\//, "");
const packages = places.filter((place) => place.startsWith("packages/")).map(nameOf);

function directImports(place: string): string[] {
  const named = written.get(place) ?? [];
  return named[0] === "anything" ? packages : named.filter((name) => packages.includes(name));
}

/** Turbo asks about what an import imports in its turn as well. */
function allImports(place: string): string[] {
  const direct = directImports(place);
  return [
    ...new Set([...direct, ...direct.flatMap((name) => allImports(`packages/${name}`))]),
  ].toSorted();
}

describe("the table of docs/architecture.md", () => {
  test("has a row for every package and app", () => {
    expect(places.filter((place) => !written.has(place))).toEqual([]);
    const rows = [...written.keys()].filter((place) => /^(packages|apps)\//.test(place));
    expect(rows.filter((place) => !places.includes(place))).toEqual([]);
  });

  test("is what turbo.json allows, no more and no less", () => {
    const { tags } = (JSON.parse(read("turbo.json")) as Turbo).boundaries;
    const allowed = Object.entries(tags).map(
      ([tag, { dependencies }]) => [tag, dependencies.allow.toSorted()] as const,
    );
    expect(Object.fromEntries(allowed)).toEqual(
      Object.fromEntries(places.map((place) => [nameOf(place), allImports(place)])),
    );
  });

  test.each(places)("%s has the tag of its name and imports no other package", (place) => {
    expect(JSON.parse(read(`${place}/turbo.json`))).toEqual({
      extends: ["//"],
      tags: [nameOf(place)],
    });
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${place}/package.json`));
    const imported = Object.keys({ ...dependencies, ...devDependencies })
      .filter((name) => name.startsWith("@triptych/"))
      .map(nameOf);
    expect(imported.filter((name) => !directImports(place).includes(name))).toEqual([]);
  });
});
