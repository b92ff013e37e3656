import { Cv } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import { createDirectory } from "./directory.ts";

const record = (
  authors: string[][],
  people: { id: string; name: string; aliases?: string[] }[] = [],
) =>
  Cv.parse({
    profile: { id: "ada", name: "Ada Example" },
    people,
    publications: authors.map((names, index) => ({
      id: `w${index}`,
      title: `W${index}`,
      authors: ["Ada Example", ...names],
      appearances: [{ kind: "preprint" }],
    })),
  });

describe("the id of a co-author", () => {
  test("is that of the person, under every printed form, and of nobody who shares no work", () => {
    const people = [
      { id: "grace", name: "Grace Sample", aliases: ["G. Sample"] },
      { id: "host", name: "Some Host" },
    ];
    const { coauthorOf } = createDirectory(record([["G. Sample"]], people));
    expect([
      coauthorOf("Grace Sample"),
      coauthorOf("G. Sample"),
      coauthorOf("Some Host"),
      coauthorOf("Ada Example"),
      coauthorOf("Nobody"),
    ]).toEqual(["grace", "grace", undefined, undefined, undefined]);
  });

  test("is made from the name where the record does not list the person", () => {
    const { coauthorOf } = createDirectory(record([["Ömer Çelik"], ["Bo Li"]]));
    expect([coauthorOf("Ömer Çelik"), coauthorOf("Bo Li")]).toEqual(["omer-celik", "bo-li"]);
  });

  test("tells apart names with the same slug or none, whatever the order of the record", () => {
    const names = ["Bo Li", "Bo Lì", "李博", "王芳"];
    const ids = (order: string[]) =>
      names.map(createDirectory(record(order.map((name) => [name]))).coauthorOf);
    expect(new Set(ids(names)).size).toBe(4);
    expect(ids(names.toReversed())).toEqual(ids(names));
    expect(ids(names)[2]).toMatch(/^author-[a-z0-9]+$/);
  });

  test("never takes the id of someone the record lists", () => {
    const { coauthorOf } = createDirectory(
      record([["Bo Li"]], [{ id: "bo-li", name: "Bo Q. Li" }]),
    );
    expect(coauthorOf("Bo Li")).toMatch(/^bo-li-[a-z0-9]+$/);
  });
});
