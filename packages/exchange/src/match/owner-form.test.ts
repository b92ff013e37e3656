import { expect, test } from "vitest";
import { findOwner } from "./owner-form.ts";

const profile = { name: "Jürgen Müller", aliases: ["J. A. Muller"] };
const find = (...names: string[]) =>
  findOwner(
    names.map((name) => ({ name })),
    profile,
  );

test("the owner is known by a form the profile lists, by the same words, or by one form that is shorter", () => {
  expect(find("Anna Berg", "Jürgen Müller")).toEqual({ kind: "known" });
  expect(find("Müller Jürgen")).toEqual({ kind: "form", name: "Müller Jürgen", isSure: true });
  expect(find("Anna Berg", "J. Müller")).toEqual({
    kind: "form",
    name: "J. Müller",
    isSure: false,
  });
  expect(find("Jens Müller", "Anna Berg")).toEqual({ kind: "absent" });
  expect(find("J. Müller", "J. Muller")).toEqual({ kind: "absent" });
});

test.each([
  ["Zed Nobody, PhD", "Zed Nobody"],
  ["Dr. Zed Nobody", "Zed Nobody"],
  ["Zed Nobody", "Prof. Dr. Zed Nobody, MD, PhD"],
  ["Prof. Zed Nobody M.Sc.", "Z. Nobody"],
])("titles and degrees are no part of a name: %s is %s", (name, printed) => {
  expect(findOwner([{ name: printed }], { name, aliases: [] })).toMatchObject({
    kind: "form",
    name: printed,
  });
});
