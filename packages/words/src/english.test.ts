import { describe, expect, test } from "vitest";
import { list, money, monthName, noun, number, ordinal } from "./english.ts";

describe("numbers", () => {
  test.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [4, "4th"],
    [11, "11th"],
    [12, "12th"],
    [13, "13th"],
    [21, "21st"],
    [42, "42nd"],
    [111, "111th"],
  ])("%i is %s", (value, text) => {
    expect(ordinal(value)).toBe(text);
  });

  test("are grouped where they were reported, and plain where they count", () => {
    expect(number(2932)).toBe("2,932");
    expect(noun("paper", "papers").counted({ count: 2932 })).toBe("2932 papers");
  });

  test("amounts have cents only where there are any", () => {
    expect(money({ value: 481_746, currency: "USD" })).toBe("$481,746");
    expect(money({ value: 90_431.5, currency: "GBP" })).toBe("£90,431.50");
  });
});

test("a noun is one or many, small within a sentence and large at the head of a list", () => {
  const thesis = noun("PhD thesis", "PhD theses");
  expect(thesis.title({ count: 1 })).toBe("PhD thesis");
  expect(noun("paper", "papers").title({ count: 2 })).toBe("Papers");
  expect(thesis.counted({ count: 1 })).toBe("1 PhD thesis");
  expect(thesis.counted({ count: 0 })).toBe("0 PhD theses");
});

test("lists end in and, without a comma before it", () => {
  expect(list(["A", "B", "C"])).toBe("A, B and C");
  expect(list(["A", "B"])).toBe("A and B");
});

test("months have three letters", () => {
  expect([5, 9, 12].map(monthName)).toEqual(["May", "Sep", "Dec"]);
});
