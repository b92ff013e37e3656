import { Cv } from "@triptych/schema";
import { composeChart, composePublications } from "@triptych/view";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { language } from "../../words.ts";
import { UnitChart } from "./unit-chart.tsx";

function draw(count: number): string {
  const publications = Array.from({ length: count }, (_, index) => ({
    id: `w${index}`,
    title: `Work ${index}`,
    authors: ["Ada Example"],
    appearances: [{ kind: "preprint", ...(index === 0 ? {} : { date: "2024" }) }],
  }));
  const cv = Cv.parse({ profile: { name: "Ada Example" }, publications });
  const chart = composeChart(composePublications(cv, language), language);
  return renderToStaticMarkup(UnitChart({ chart }));
}

const countDots = (html: string) => html.split("<figcaption>")[0]?.split("<circle").length;

test("the title says what a dot is, and columns without a year are named in full", () => {
  const html = draw(3);
  expect(html).toContain(">3 papers by year<");
  expect(html).toContain(">Undated<");
  expect(countDots(html)).toBe(1 + 3);
});

test("of many works a dot stands for several, and the title says so", () => {
  const html = draw(1001);
  expect(html).toContain(">1001 papers by year; a dot stands for up to 21<");
  expect(countDots(html)).toBe(1 + 1 + Math.ceil(1000 / 21));
});
