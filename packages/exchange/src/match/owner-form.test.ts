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
