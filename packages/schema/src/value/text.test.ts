import { expect, test } from "vitest";
import { Id, Prose, Text, WebUrl } from "./text.ts";
import { ArxivId, Doi } from "../work/work.ts";

test.each([
  [
    Text,
    ["a", "Łukasz Żółkiewski", "a < b & c", "51×51"],
    ["", " a", "a ", "a\nb", "a\tb", "e\u0301", "\u0000"],
  ],
  [Prose, ["one", "one\n\ntwo", "one\ntwo"], ["", "a\tb", "a\r\nb", "e\u0301"]],
  [
    Id,
    ["a", "more-convnets-in-the-2020s", "a".repeat(80)],
    ["", "A", "a--b", "-a", "a-", "a_b", "é", "a/b", "a".repeat(81)],
  ],
  [
    WebUrl,
    ["https://example.org", "http://example.org/a?b#c"],
    [
      "example.org",
      "ftp://example.org",
      "javascript:alert(1)",
      "mailto:a@example.org",
      "//example.org",
    ],
  ],
  [
    Doi,
    ["10.1007/978-3-030-67664-3_17", "10.5555/a(1)<2>"],
    ["https://doi.org/10.1007/1", "10.1/1", "10.1007/", "10.1007/a b"],
  ],
  [
    ArxivId,
    ["2201.11380", "2201.11380v2", "0704.0001", "math.CO/0309136", "hep-th/9901001v3"],
    ["arXiv:2201.11380", "2201.113", "2201.1138012", "0309136"],
  ],
] as const)("texts are accepted and refused: %#", (schema, accepted, refused) => {
  expect(accepted.filter((text) => !schema.safeParse(text).success)).toEqual([]);
  expect(refused.filter((text) => schema.safeParse(text).success)).toEqual([]);
});
