import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Orcid, printedForm, PrintedName } from "./person.ts";

describe("ORCID iDs", () => {
  // The first is the one ORCID prints in its own documentation; the second ends in the check
  // character X.
  test.each(["0000-0002-1825-0097", "0000-0002-0000-009X"])(
    "%s has the right check character",
    (orcid) => {
      expect(Orcid.safeParse(orcid).success).toBe(true);
    },
  );

  test("of all last characters exactly one fits", () => {
    const digits = fc.string({
      unit: fc.constantFrom(..."0123456789"),
      minLength: 15,
      maxLength: 15,
    });
    fc.assert(
      fc.property(digits, (head) => {
        const fitting = [..."0123456789X"].filter(
          (last) => Orcid.safeParse(`${head}${last}`.replace(/(.{4})(?=.)/g, "$1-")).success,
        );
        expect(fitting).toHaveLength(1);
      }),
    );
  });

  test("one wrong digit is always found", () => {
    const sample = "0000-0002-1825-0097";
    const place = fc
      .integer({ min: 0, max: sample.length - 1 })
      .filter((index) => sample[index] !== "-");
    fc.assert(
      fc.property(place, fc.constantFrom(..."0123456789"), (index, digit) => {
        fc.pre(sample[index] !== digit);
        expect(
          Orcid.safeParse(`${sample.slice(0, index)}${digit}${sample.slice(index + 1)}`).success,
        ).toBe(false);
      }),
    );
  });

  test.each(["https://orcid.org/0000-0002-1825-0097", "0000000218250097", "0000-0002-0000-009x"])(
    "%s is not the form that is stored",
    (text) => {
      expect(Orcid.safeParse(text).success).toBe(false);
    },
  );
});

describe("printed names", () => {
  test("a title is not part of the printed form", () => {
    expect(printedForm(PrintedName.parse({ name: "Grace Sample", title: "Prof. Dr." }))).toBe(
      "Grace Sample",
    );
    expect(printedForm(PrintedName.parse("Grace Sample"))).toBe("Grace Sample");
  });

  test.each(["", " Grace", "Grace\nSample", "Zoe\u0308"])("%j is refused", (name) => {
    expect(PrintedName.safeParse(name).success).toBe(false);
  });
});
