import { describe, expect, test } from "vitest";
import { Cv } from "../cv.ts";
import { createRoster } from "./roster.ts";

const cv = Cv.parse({
  profile: { id: "ada", name: "Ada Example", aliases: ["A. Example"] },
  people: [
    { id: "grace", name: "Grace Sample", aliases: ["GRACE SAMPLE"] },
    { id: "kim-1", name: "Kim Namesake" },
    { id: "kim-2", name: "Kim Namesake" },
    { id: "other-ada", name: "A. Example" },
  ],
});
const { resolve, isOwner } = createRoster(cv);
const idOf = (name: Parameters<typeof resolve>[0]) => {
  const resolved = resolve(name);
  return resolved.kind === "person" ? resolved.person.id : resolved.kind;
};

describe("who a printed name stands for", () => {
  test("names and aliases, with or without a title", () => {
    expect(idOf("Grace Sample")).toBe("grace");
    expect(idOf("GRACE SAMPLE")).toBe("grace");
    expect(idOf({ name: "Grace Sample", title: "Prof." })).toBe("grace");
  });

  test("forms are exact: neither case nor initials are guessed", () => {
    expect(resolve("grace sample")).toEqual({ kind: "stranger", name: "grace sample" });
    expect(resolve({ name: "G. Sample" })).toEqual({ kind: "stranger", name: "G. Sample" });
  });

  test("an id decides between namesakes, and an id nobody has makes a stranger", () => {
    expect(idOf({ name: "Kim Namesake", person: "kim-1" })).toBe("kim-1");
    expect(idOf({ name: "Kim Namesake", person: "kim-2" })).toBe("kim-2");
    expect(idOf({ name: "Kim Namesake", person: "kim-3" })).toBe("stranger");
  });

  test("the owner is known by name, alias and id, and keeps a form that is shared", () => {
    expect(["Ada Example", "A. Example", { name: "Whatever", person: "ada" }].every(isOwner)).toBe(
      true,
    );
    expect(idOf({ name: "A. Example", person: "other-ada" })).toBe("other-ada");
    expect(isOwner("Ada")).toBe(false);
  });
});
