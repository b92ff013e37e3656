import { expect, test } from "vitest";
import { readRenderCv } from "./read-rendercv.ts";

test.each([
  [
    "awards",
    "bullet",
    "Golden Kettle Prize (2021)",
    { title: "Golden Kettle Prize", date: "2021" },
  ],
  ["awards", "number", "Silver Pot, May 2020", { title: "Silver Pot", date: "2020-05" }],
  ["awards", "bullet", "2019: Tin Lid", { title: "Tin Lid", date: "2019" }],
  [
    "invited_talks",
    "reversed_number",
    "Boiling Well — Kettle Symposium (2024)",
    { title: "Boiling Well", host: "Kettle Symposium", date: "2024" },
  ],
])("a line of %s under %s is read: %s", (section, key, text, value) => {
  const cv = { cv: { name: "Zed Nobody", sections: { [section]: [{ [key]: text }] } } };
  expect(
    readRenderCv(JSON.stringify(cv)).found.filter(({ kind }) => kind === "part"),
  ).toMatchObject([{ value }]);
});
