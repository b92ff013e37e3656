import { Cv, type CvInput } from "@triptych/schema";
import { composeDocument } from "@triptych/view";
import { language } from "../src/words.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPdf } from "./rules/check-pdf.ts";
import { listExpectedEntries, listStructuredEntries } from "./sample/cv-agreement.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./reading/page-layout.ts";
import { frameOf, renderSample } from "./sample/sample-render.ts";

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z]{1,14}$/) },
  fc.constantFrom(
    "Łódź",
    "Đặng",
    "Çağ",
    "Пётр",
    "Ελένη",
    "刘世炜",
    "さくら",
    "김철수",
    "משה",
    "محمد",
    "x̂",
    "ℝ²",
    "ﬁ",
    "<R&D>",
    "(a",
    "“b”",
    "—",
    "1/2",
    "%PDF",
    "\\n)",
  ),
  fc.stringMatching(/^[a-z]{60,220}$/),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 14 })
  .map((words) => words.join(" ").normalize("NFC").trim())
  .filter((line) => line !== "");
const name = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.stringMatching(/^[A-Z][a-z]{1,9}$/) },
      fc.constantFrom("刘世炜", "משה", "محمد", "Ánh"),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(" "));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 40 });
const date = fc
  .integer({ min: 1990, max: 2026 })
  .chain((year) => fc.constantFrom(`${year}`, `${year}-05`, `${year}-05-17`));
const list = <T>(item: fc.Arbitrary<T>, maxLength = 6) => fc.array(item, { maxLength });
const optional = { requiredKeys: [] };

const record: fc.Arbitrary<CvInput> = fc
  .record(
    {
      profile: fc.record({ name, interests: list(text, 3) }),
      education: list(
        fc.record({
          degree: text,
          institution: fc.record({ name: text, place: text }, { requiredKeys: ["name"] }),
          period: fc.record({ start: date }),
        }),
      ),
      awards: list(fc.record({ title: text, bodies: list(text, 2), date })),
      talks: list(
        fc.record(
          { host: text, title: text, organisers: names, date },
          { requiredKeys: ["host", "date"] },
        ),
      ),
      media: list(fc.record({ title: text, outlet: text, date })),
      tutorials: list(
        fc.record(
          {
            title: text,
            event: text,
            date,
            roles: fc.constant<["presenter"]>(["presenter"]),
            description: text,
          },
          { requiredKeys: ["title", "event", "date", "roles"] },
        ),
        3,
      ),
      publications: list(
        fc.record({
          title: text,
          authors: names,
          appearances: fc.tuple(
            fc.record(
              {
                kind: fc.constantFrom("preprint" as const, "journal" as const, "thesis" as const),
                date,
                pages: fc.constant("1-9"),
                honours: fc.constantFrom<("oral" | "best-paper")[]>([], ["oral"], ["best-paper"]),
              },
              { requiredKeys: ["kind"] },
            ),
          ),
        }),
        12,
      ).map((works) => works.map((work, index) => ({ ...work, id: `work-${index}` }))),
    },
    optional,
  )
  .map((parts) => ({ ...parts, profile: parts.profile ?? { name: "Ada Example" } }));

/** A ligature that is a character of the record comes out as its letters. */
const squeeze = (entries: string[][]) =>
  entries.map((lines) => lines.map((line) => line.replaceAll(" ", "").replaceAll("ﬁ", "fi")));

test("any record is rendered, loses no entry, keeps to every rule and to its margins", async () => {
  await fc.assert(
    fc.asyncProperty(record, async (input) => {
      const cv = Cv.parse(input);
      const made = await renderSample(cv);
      expect(squeeze(listStructuredEntries(made.inspected))).toEqual(
        squeeze(listExpectedEntries(composeDocument(cv, language))),
      );
      expect(checkPdf(made.pdf)).toEqual([]);
      const boxes = readPaintedBoxes(made.inspected.document);
      const { right, ...frame } = frameOf("a4");
      // The line breaker counts on spaces that can be narrower than they end up being.
      expect({
        outside: findOutside(boxes, { ...frame, right: right + 3 }),
        overlaps: findOverlaps(boxes),
      }).toEqual({ outside: [], overlaps: [] });
    }),
    {
      numRuns: 25,
      interruptAfterTimeLimit: 18_000,
      markInterruptAsFailure: false,
      endOnFailure: true,
    },
  );
});
