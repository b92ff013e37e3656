import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { readPaintedBoxes, findOutside } from "./reading/page-layout.ts";
import { frameOf, renderSample } from "./sample/sample-render.ts";

const NAME = "Krishnamurthy Balasubramanian";
const HEADLINE = "Professorin am Lehrstuhl für Kommunikationswissenschaften in Jena";
const EMAIL = "ada.longfamilyname.sample@student.university-example.ac.uk";

/** With works in so many years up to 2024, so that there is a chart of so many columns. */
const recordOf = (profile: CvInput["profile"], years: number) =>
  Cv.parse({
    profile,
    venues: [{ id: "j", name: "Journal of Samples", kind: "journal" }],
    publications: Array.from({ length: years }, (_, index) => ({
      id: `a${index}`,
      title: `A Work ${index}`,
      authors: [profile.name],
      appearances: [{ kind: "journal" as const, venue: "j", date: `${2024 - index}` }],
    })),
  } satisfies CvInput);

async function linesOf(cv: Cv): Promise<string[]> {
  const { inspected } = await renderSample(cv);
  const boxes = readPaintedBoxes(inspected.document);
  expect(findOutside(boxes, frameOf("a4"))).toEqual([]);
  return boxes.flatMap(({ text }) => text.split("\n"));
}

test.each([1, 5, 8, 10, 12])(
  "no word of the head is parted that has room on a line, beside a chart of %i years",
  async (years) => {
    const lines = await linesOf(
      recordOf({ name: NAME, headline: HEADLINE, emails: [EMAIL] }, years),
    );
    for (const word of [...NAME.split(" "), ...HEADLINE.split(" "), EMAIL])
      expect(
        lines.some((line) => line.includes(word)),
        word,
      ).toBe(true);
  },
);

test("a very long name is smaller, and whole", async () => {
  const longest = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";
  const lines = await linesOf(recordOf({ name: `Ada ${longest}` }, 5));
  expect(lines.some((line) => line.includes(longest))).toBe(true);
});

test("what is wider than the page ends its lines where it is joined", async () => {
  const address = `${"ada.".repeat(30)}sample@example.org`;
  const lines = await linesOf(recordOf({ name: "Ada Example", emails: [address] }, 5));
  const parts = lines.filter((line) => line.includes("ada."));
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts.slice(0, -1)) expect(part.trim()).toMatch(/\.$/);
});
