import fc from "fast-check";
import { expect, test } from "vitest";
import { abstractLead } from "./abstract-lead.ts";

test("a short abstract stays whole, on one line", () => {
  expect(abstractLead(" One\n two.  ")).toBe("One two.");
});

test("a long one ends with a sentence where one ends late enough, else inside with an ellipsis", () => {
  const sentence = `${"word ".repeat(40).trim()}. `;
  expect(abstractLead(`${sentence}${"Next ".repeat(40)}`)).toBe(sentence.trim());
  expect(abstractLead("word ".repeat(100))).toMatch(/word …$/);
  expect(abstractLead("x".repeat(400))).toBe(`${"x".repeat(280)} …`);
});

test("whatever the text, what comes out begins it and is short", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), (text) => {
      const lead = abstractLead(text);
      expect(lead.length).toBeLessThanOrEqual(283);
      expect(text.replaceAll(/\s+/g, " ").trim().startsWith(lead.replace(/ …$/, ""))).toBe(true);
    }),
  );
});
