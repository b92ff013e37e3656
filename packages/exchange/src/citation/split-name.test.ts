import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createNameSplitter, splitName } from "./split-name.ts";

const person = (
  given: string,
  family: string,
  more: { particle?: string; suffix?: string } = {},
) => ({ kind: "person", given, family, ...more });

describe("splitName by the rules", () => {
  test.each([
    ["Shiwei Liu", person("Shiwei", "Liu")],
    ["Zhangyang (Atlas) Wang", person("Zhangyang (Atlas)", "Wang")],
    ["Duc N.M Hoang", person("Duc N.M", "Hoang")],
    ["Dung D. Le", person("Dung D.", "Le")],
    ["Adriana Fernandez-Lopez", person("Adriana", "Fernandez-Lopez")],
    ["Ludwig van Beethoven", person("Ludwig", "Beethoven", { particle: "van" })],
    ["Anna op den Akker", person("Anna", "Akker", { particle: "op den" })],
    ["Maria da Silva Santos", person("Maria", "Silva Santos", { particle: "da" })],
    ["Khalid bin Walid", person("Khalid", "Walid", { particle: "bin" })],
    ["Tim Van der Lee", person("Tim", "Van der Lee")],
    ["Robert De Niro", person("Robert", "De Niro")],
    ["José Ortega y Gasset", person("José", "Ortega y Gasset")],
    ["Martin Luther King Jr.", person("Martin Luther", "King", { suffix: "Jr." })],
    ["Martin Luther King, Jr.", person("Martin Luther", "King", { suffix: "Jr." })],
    ["King, Jr., Martin Luther", person("Martin Luther", "King", { suffix: "Jr." })],
    ["van der Lee, Tim", person("Tim", "Lee", { particle: "van der" })],
    ["Testwell, Exemplia", person("Exemplia", "Testwell")],
    ["Plato", { kind: "literal", name: "Plato" }],
    ["刘世伟", { kind: "literal", name: "刘世伟" }],
    ["Plato, III", { kind: "literal", name: "Plato, III" }],
    [",", { kind: "literal", name: "," }],
  ])("%s", (printed, parts) => expect(splitName(printed)).toEqual(parts));
});

describe("splitName with what is known", () => {
  test("a stated family name wins over the rules, at either end, in any case of letters", () => {
    const known = { name: "Małgorzata de la Próba", family: "de la Próba" };
    expect(splitName("Małgorzata de la Próba", known)).toEqual(person("Małgorzata", "de la Próba"));
    expect(splitName("M. DE LA PRÓBA", known)).toEqual(person("M.", "DE LA PRÓBA"));
    expect(splitName("de la Próba Małgorzata", known)).toEqual(person("Małgorzata", "de la Próba"));
    expect(splitName("de la Próba, Małgorzata", known)).toEqual(
      person("Małgorzata", "de la Próba"),
    );
    expect(
      splitName("Gabriel García Márquez", {
        name: "Gabriel García Márquez",
        family: "García Márquez",
      }),
    ).toEqual(person("Gabriel", "García Márquez"));
  });

  test("a form in the other order has the family name of the usual form", () => {
    expect(splitName("Fang Meng", { name: "Meng Fang" })).toEqual(person("Meng", "Fang"));
    expect(splitName("van der Lee Tim", { name: "Tim van der Lee" })).toEqual(
      person("Tim", "Lee", { particle: "van der" }),
    );
  });

  test("a form that shares no family name with the usual one follows the rules", () => {
    expect(splitName("Anna Married", { name: "Anna Maiden", family: "Maiden" })).toEqual(
      person("Anna", "Married"),
    );
  });

  test("a family name that is the whole name says that it has no parts", () => {
    const name = "The Example Genomics Consortium";
    expect(splitName(name, { name, family: name })).toEqual({ kind: "literal", name });
  });

  test("names of a record are looked up, the owner's and the people's", () => {
    const split = createNameSplitter({
      profile: {
        id: "o",
        name: "Ana Lima Prado",
        family: "Lima Prado",
        aliases: ["A. Lima Prado"],
        emails: [],
        links: [],
        interests: [],
      },
      people: [{ id: "p", name: "Meng Fang", aliases: ["Fang Meng"] }],
    });
    expect(split("A. Lima Prado")).toEqual(person("A.", "Lima Prado"));
    expect(split({ name: "Fang Meng", title: "Dr." })).toEqual(person("Meng", "Fang"));
    expect(split("Xu Lima Prado")).toEqual(person("Xu Lima", "Prado"));
  });
});

const WORD = fc.stringMatching(/^\p{Lu}[\p{Ll}\p{Lo}]{1,8}$/u);
const anyName = fc.oneof(
  fc.string({ minLength: 1 }),
  fc
    .array(fc.oneof(WORD, fc.constantFrom("van", "de", "y", "Jr.", ",", "al", "III")), {
      minLength: 1,
    })
    .map((words) => words.join(" ")),
);
const letters = (text: string) => [...text.replaceAll(/[\s,]/gu, "")].toSorted().join("");

describe("splitName of any name", () => {
  test("no letter is lost or added", () => {
    fc.assert(
      fc.property(anyName, fc.option(anyName, { nil: undefined }), (printed, family) => {
        const parts = splitName(printed, { name: printed, family });
        const whole =
          parts.kind === "literal"
            ? parts.name
            : [parts.given, parts.particle, parts.family, parts.suffix].join(" ");
        expect(letters(whole)).toBe(letters(printed));
      }),
    );
  });

  test("a person has a given and a family name", () => {
    fc.assert(
      fc.property(anyName, (printed) => {
        const parts = splitName(printed);
        if (parts.kind === "person") expect([parts.given, parts.family]).not.toContain("");
      }),
    );
  });

  test("both orders of writing split alike", () => {
    fc.assert(
      fc.property(
        WORD,
        WORD,
        fc.constantFrom("", "van der ", "bin ", "al "),
        (given, family, particle) => {
          expect(splitName(`${particle}${family}, ${given}`)).toEqual(
            splitName(`${given} ${particle}${family}`),
          );
        },
      ),
    );
  });
});
