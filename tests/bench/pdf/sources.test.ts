import type { CvDocument } from "@triptych/view";
import { expect, test } from "vitest";
import { writeHtmlSource } from "./html-source.ts";
import { writeLatexSource } from "./latex-source.ts";

const DOCUMENT: CvDocument = {
  variant: "full",
  title: "Curriculum vitae",
  header: {
    name: "Ada Example",
    roles: [],
    positions: [],
    interests: [],
    interestSentence: [],
    contacts: [],
  },
  sections: [
    {
      id: "publications",
      title: "R&D",
      intro: [],
      groups: [
        {
          id: "group",
          title: "100 %",
          entries: [
            {
              id: "entry",
              rail: "2020",
              number: 1,
              lines: [
                {
                  role: "title",
                  spans: [{ text: "A <b> {c}_d", href: "https://e.example/a?b&c#d" }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

test("characters that mean something to HTML are escaped", () => {
  const source = writeHtmlSource(DOCUMENT, []);
  expect(source).toContain("<h2>R&amp;D</h2>");
  expect(source).toContain('<a href="https://e.example/a?b&amp;c#d">A &lt;b&gt; {c}_d</a>');
});

test("characters that mean something to TeX are escaped, in addresses too", () => {
  const source = writeLatexSource(DOCUMENT, []);
  expect(source).toContain("\\heading{R\\&D}");
  expect(source).toContain("\\group{100 \\%}");
  expect(source).toContain("\\href{https://e.example/a?b&c\\#d}{A <b> \\{c\\}\\_d}");
});
