import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeDocument } from "../document/document.ts";
import { composeSectionPages } from "./section-page.ts";

test("a page exists only where the record has something for it", () => {
  expect(composeSectionPages(Cv.parse({ profile: { name: "Ada Example" } }), en)).toEqual([]);
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    talks: [{ date: "2024", host: "Host" }],
    media: [{ title: "T", outlet: "O", date: "2023" }],
  });
  const [page, ...others] = composeSectionPages(cv, en);
  expect(others).toEqual([]);
  expect(page).toMatchObject({
    id: "talks",
    name: "Talks",
    title: "Invited talks and media coverage",
  });
  expect(page?.sections).toEqual(composeDocument(cv, en).sections);
});

test("a page that holds only its second section is called by it", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    media: [{ title: "T", outlet: "O", date: "2023" }],
  });
  expect(composeSectionPages(cv, en)).toMatchObject([
    { id: "talks", name: "Media coverage", title: "Media coverage" },
  ]);
});
