import { expect, test } from "vitest";
import { readArxivId, readDoi } from "./identifier.ts";

const SICI = "10.1002/(SICI)1097-4636(199823)43:3<338::AID-JBM16>3.0.CO;2-B";

test.each([
  [
    "https://dl.acm.org/doi/10.1145/3292500.3330701?casa_token=abc:10.1/x",
    "10.1145/3292500.3330701",
  ],
  ["(https://doi.org/10.1145/3292500.3330701)", "10.1145/3292500.3330701"],
  ["<https://doi.org/10.1145/3292500.3330701>,", "10.1145/3292500.3330701"],
  ["[10.1145/a](https://doi.org/10.1145/a).", "10.1145/a"],
  ['"10.1145/3292500.3330701"', "10.1145/3292500.3330701"],
  ["see doi:10.1016/S0140-6736(20)30183-5).", "10.1016/S0140-6736(20)30183-5"],
  [
    "https://link.springer.com/content/pdf/10.1007/978-3-030-67664-3_17.pdf#page=3",
    "10.1007/978-3-030-67664-3_17",
  ],
  [
    "https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full",
    "10.3389/fpsyg.2020.00001",
  ],
  [
    "https://journals.plos.org/plosone/article?id=10.1371%2Fjournal.pone.0000001&type=printable",
    "10.1371/journal.pone.0000001",
  ],
  ["10.1145/a, also at https://example.org/a", "10.1145/a"],
  [SICI, SICI],
  [`https://doi.org/${encodeURIComponent(SICI)}`, SICI],
  ["https://doi.org/10.1000/a.pdf", "10.1000/a.pdf"],
  ["10.1000/", undefined],
])("reads the DOI in %s", (text, doi) => expect(readDoi(text)).toBe(doi));

test.each([
  ["https://arxiv.org/abs/2301.00001v2?context=cs", "2301.00001v2"],
  ["https://arxiv.org/pdf/2301.00001.pdf#page=3", "2301.00001"],
  ["<https://www.arxiv.org/abs/math.CO/0309136>", "math.CO/0309136"],
  ["arxiv.org/abs/2301.00001/", "2301.00001"],
  ["(arXiv:2301.00001).", "2301.00001"],
  ["arXiv:2301.00001v1 [cs.LG]", "2301.00001v1"],
  ["https://arxiv.org/a/lovelace_a_1", undefined],
  ["2301.00001 and more", undefined],
])("reads the arXiv identifier in %s", (text, id) => expect(readArxivId(text)).toBe(id));

test("a row of brackets takes no longer than its length asks for", () => {
  expect(readDoi(`10.1000/x${")".repeat(1e6)}`)).toBe("10.1000/x");
});
