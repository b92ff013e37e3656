import { Cv, type CvInput } from "@triptych/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCitations } from "./citation-style.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const record = (publications: WorkInput[]) =>
  Cv.parse({
    profile: { name: "Ada Example" },
    venues: [
      { id: "journal", name: "Journal of Things", kind: "journal" },
      {
        id: "icml",
        name: "International Conference on Machine Learning",
        acronym: "ICML",
        kind: "conference",
      },
      { id: "arxiv", name: "arXiv", kind: "repository" },
      { id: "uni", name: "University of Example", kind: "institution" },
    ],
    publications,
  });

/** The citations of one work by style; italics between underscores. */
function cite(work: Omit<WorkInput, "id">): Record<string, string> {
  const citations = formatCitations(record([{ ...work, id: "one" }])).get("one") ?? [];
  return Object.fromEntries(
    citations.map(({ style, spans }) => [
      style,
      spans.map(({ text, italic }) => (italic ? `_${text}_` : text)).join(""),
    ]),
  );
}

describe("each style by its own rules", () => {
  test("an article in a journal, with everything known", () => {
    const appearance = {
      kind: "journal" as const,
      venue: "journal",
      date: "2024-06-12",
      volume: "3",
      issue: "2",
      pages: "101-117",
      doi: "10.1000/x",
    };
    expect(
      cite({
        title: "On Hats",
        authors: ["Ada Example", "Tim van der Lee"],
        appearances: [appearance],
      }),
    ).toEqual({
      apa: "Example, A., & van der Lee, T. (2024). On Hats. _Journal of Things_, _3_(2), 101–117. https://doi.org/10.1000/x",
      ieee: "A. Example and T. van der Lee, “On Hats,” _Journal of Things_, vol. 3, no. 2, pp. 101–117, Jun. 2024, doi: 10.1000/x.",
      acm: "Ada Example and Tim van der Lee. 2024. On Hats. _Journal of Things_ 3, 2 (June 2024), 101–117. DOI:https://doi.org/10.1000/x",
      chicago:
        "Example, Ada, and Tim van der Lee. 2024. “On Hats.” _Journal of Things_ 3 (2): 101–17. https://doi.org/10.1000/x.",
    });
  });

  test("a paper at a conference, with the series named once", () => {
    const appearance = {
      kind: "conference" as const,
      venue: "icml",
      edition: 41,
      date: "2024",
      arxiv: "2310.05175",
    };
    expect(
      cite({
        title: "Outlier Weighed Layerwise Sparsity",
        authors: ["Lu Yin", "Ada Example"],
        appearances: [appearance],
      }),
    ).toEqual({
      apa: "Yin, L., & Example, A. (2024). Outlier Weighed Layerwise Sparsity. _41st International Conference on Machine Learning (ICML)_. https://arxiv.org/abs/2310.05175",
      ieee: "L. Yin and A. Example, “Outlier Weighed Layerwise Sparsity,” in _41st International Conference on Machine Learning (ICML)_, 2024. [Online]. Available: https://arxiv.org/abs/2310.05175",
      acm: "Lu Yin and Ada Example. 2024. Outlier Weighed Layerwise Sparsity. In _41st International Conference on Machine Learning (ICML)_. Retrieved from https://arxiv.org/abs/2310.05175",
      chicago:
        "Yin, Lu, and Ada Example. 2024. “Outlier Weighed Layerwise Sparsity.” In _41st International Conference on Machine Learning (ICML)_. https://arxiv.org/abs/2310.05175.",
    });
  });

  test("a preprint, with its number where the style has a place for it", () => {
    const appearances = [
      { kind: "preprint" as const, venue: "arxiv", date: "2022", arxiv: "2201.11380" },
    ];
    expect(cite({ title: "Gloves", authors: ["Ada Example"], appearances })).toEqual({
      apa: "Example, A. (2022). _Gloves_ (arXiv:2201.11380). arXiv. https://arxiv.org/abs/2201.11380",
      ieee: "A. Example, “Gloves.” arXiv, 2022. [Online]. Available: https://arxiv.org/abs/2201.11380",
      acm: "Ada Example. 2022. Gloves. Retrieved from https://arxiv.org/abs/2201.11380",
      chicago: "Example, Ada. 2022. “Gloves.” arXiv. https://arxiv.org/abs/2201.11380.",
    });
  });

  test("a thesis", () => {
    expect(
      cite({
        title: "On Hats",
        authors: ["Ada Example"],
        appearances: [{ kind: "thesis", venue: "uni", date: "2021-06" }],
      }),
    ).toEqual({
      apa: "Example, A. (2021). _On Hats_ [PhD thesis]. University of Example.",
      ieee: "A. Example, “On Hats,” PhD thesis, University of Example, 2021.",
      acm: "Ada Example. 2021. On Hats. PhD thesis. University of Example.",
      chicago: "Example, Ada. 2021. “On Hats.” PhD thesis, University of Example.",
    });
  });

  test("what is under review, without date or venue", () => {
    expect(
      cite({
        title: "Waiting",
        authors: ["Ada Example"],
        appearances: [{ kind: "preprint", status: "under-review" }],
      }),
    ).toEqual({
      apa: "Example, A. (n.d.). _Waiting_ [Manuscript submitted for publication].",
      ieee: "A. Example, “Waiting.”",
      acm: "Ada Example. Waiting.",
      chicago: "Example, Ada. n.d. “Waiting.” Manuscript submitted for publication.",
    });
  });

  test("an accepted paper whose conference is not known", () => {
    expect(
      cite({
        title: "Early",
        authors: ["Ada Example"],
        appearances: [{ kind: "conference", status: "accepted" }],
      })["chicago"],
    ).toBe("Example, Ada. n.d. “Early.”");
  });
});

test("names with particles, suffixes, one word and other scripts", () => {
  const authors = ["Charles de Gaulle", "Martin King, Jr.", "Plato", "王小波"];
  const cited = cite({
    title: "Names",
    authors,
    appearances: [{ kind: "journal", venue: "journal", date: "2020" }],
  });
  expect(cited["apa"]).toBe(
    "de Gaulle, C., King, M., Jr., Plato, & 王小波. (2020). Names. _Journal of Things_.",
  );
  expect(cited["ieee"]).toBe(
    "C. de Gaulle, M. King Jr., Plato, and 王小波, “Names,” _Journal of Things_, 2020.",
  );
  expect(cited["chicago"]).toBe(
    "Gaulle, Charles de, Martin King Jr., Plato, and 王小波. 2020. “Names.” _Journal of Things_.",
  );
});

test("three hundred authors are shortened as each style has it", () => {
  const authors = Array.from({ length: 300 }, (_, index) => `Grace Sample${index + 1}`);
  const cited = cite({
    title: "Many",
    authors,
    appearances: [{ kind: "journal", venue: "journal", date: "2021" }],
  });
  expect(cited["apa"]).toMatch(/Sample18, G., Sample19, G., … Sample300, G\. \(2021\)/);
  expect(cited["ieee"]).toMatch(/^G\. Sample1 _et al\._, “Many,”/);
  expect(cited["chicago"]).toMatch(/^Sample1, Grace, (Grace Sample\d, ){6}et al\. 2021/);
  expect(cited["acm"]).toContain("Grace Sample299, and Grace Sample300. 2021.");
});

test("a title is text, never markup", () => {
  const cited = cite({
    title: "When a < b and <i>c</i> > d",
    authors: ["Ada Example"],
    appearances: [{ kind: "journal", venue: "journal", date: "2020" }],
  });
  expect(cited["apa"]).toBe(
    "Example, A. (2020). When a < b and <i>c</i> > d. _Journal of Things_.",
  );
});

test("no work changes the citation of another, in whatever order they are asked for", () => {
  const works = ["Hats", "Caps", "Gloves"].map((title, index) => ({
    id: `w${index}`,
    title,
    authors: ["Ada Example"],
    appearances: [{ kind: "journal" as const, venue: "journal", date: "2024" }],
  }));
  const together = formatCitations(record(works));
  expect([...together.keys()]).toEqual(["w0", "w1", "w2"]);
  for (const work of works.toReversed())
    expect(formatCitations(record([work])).get(work.id)).toEqual(together.get(work.id));
  expect(formatCitations(record(works), ["w1"])).toEqual(new Map([["w1", together.get("w1")]]));
});

test("any title comes out in one piece", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z<>/&ß字 ]*[A-Za-z字]$/), (title) => {
      const words = title.trim().replaceAll(/\s+/g, " ");
      const { apa = "" } = cite({
        title: words,
        authors: ["Ada Example"],
        appearances: [{ kind: "journal", venue: "journal", date: "2024" }],
      });
      expect(apa).toBe(`Example, A. (2024). ${words}. _Journal of Things_.`);
    }),
    { numRuns: 60 },
  );
});
