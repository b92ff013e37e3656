import fc from "fast-check";
import { expect, test } from "vitest";
import { readOperations } from "./content-stream.ts";

const read = (source: string) =>
  [...readOperations(source)].map(({ operator, operands }) => [operator, ...operands]);

test("reads operators with what stands before them", () => {
  expect(read("q 1 0 0 -1 0 841.9 cm /F1 9 Tf [<0001>-20 (a\\)b) <02>] TJ Q")).toEqual([
    ["q"],
    ["cm", "1", "0", "0", "-1", "0", "841.9"],
    ["Tf", "/F1", "9"],
    ["TJ", "[<0001>-20 (a\\)b) <02>]"],
    ["Q"],
  ]);
});

test("reads dictionaries with dictionaries, strings and comments in them", () => {
  expect(
    read("/Span <</MCID 3 /ActualText (>> (nested) \\() /A <</B [1 2]>>>> BDC % EMC\nEMC"),
  ).toEqual([
    ["BDC", "/Span", "<</MCID 3 /ActualText (>> (nested) \\() /A <</B [1 2]>>>>"],
    ["EMC"],
  ]);
});

test("does not read the data of an inline image", () => {
  expect(read("BI /W 1 /H 1 ID \x00q f S\xff\nEI Q")).toEqual([
    ["BI"],
    ["ID", "/W", "1", "/H", "1"],
    ["EI"],
    ["Q"],
  ]);
});

test("knows operators with an asterisk or a quote, and truth values", () => {
  expect(read("f* (a) ' true /X gs")).toEqual([["f*"], ["'", "(a)"], ["gs", "true", "/X"]]);
});

test("ends on any input", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."()<>[]/%\\ \nqBTID1.-") }), (source) => {
      const operations = [...readOperations(source)];
      expect(operations.length).toBeLessThanOrEqual(source.length);
    }),
  );
});

test("finds every operation again that was written", () => {
  const operand = fc.oneof(
    fc.integer().map(String),
    fc.stringMatching(/^[A-Za-z]{1,8}$/).map((name) => `/${name}`),
    fc.string().map((text) => `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)})`),
    fc.stringMatching(/^([\da-f]{4}){0,4}$/).map((hex) => `<${hex}>`),
  );
  const operation = fc.tuple(
    fc.constantFrom("Tj", "cm", "BDC", "f*", "EMC"),
    fc.array(operand, { maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(operation), (operations) => {
      const source = operations
        .map(([operator, operands]) => [...operands, operator].join(" "))
        .join("\n");
      expect(read(source)).toEqual(
        operations.map(([operator, operands]) => [operator, ...operands]),
      );
    }),
  );
});
