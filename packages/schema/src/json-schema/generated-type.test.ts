import { expect, test } from "vitest";
import type { z } from "zod";
import type { Cv as GeneratedCv } from "../../generated/cv.d.ts";
import type { Cv } from "../cv.ts";

type Input = z.input<typeof Cv>;

/** True only for identical types: optional keys, unions and nested shapes included. The compiler is what judges these tests. */
type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Publication = NonNullable<Input["publications"]>[number];
type WithLooseTitle = Omit<Input, "publications"> & {
  publications?: (Omit<Publication, "title"> & { title: string | number })[];
};

test("the generated type is the input type of the schema", () => {
  expect(true satisfies Equal<GeneratedCv, Input>).toBe(true);
  expect(true satisfies Equal<NonNullable<GeneratedCv["publications"]>[number], Publication>).toBe(
    true,
  );
});

test("the comparison notices a missing key, a key that became optional and a looser type deep inside", () => {
  expect(false satisfies Equal<Omit<GeneratedCv, "talks">, Input>).toBe(false);
  expect(
    false satisfies Equal<GeneratedCv, Omit<Input, "profile"> & { profile?: Input["profile"] }>,
  ).toBe(false);
  expect(false satisfies Equal<GeneratedCv, WithLooseTitle>).toBe(false);
  // @ts-expect-error A schema with another shape must not compile here.
  expect(true satisfies Equal<GeneratedCv, WithLooseTitle>).toBe(true);
});
