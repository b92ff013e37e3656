import { expect, test } from "vitest";
import { Authors } from "./authors.tsx";

test("names are people for readers of microformats, and authors only where they wrote", () => {
  const classOf = (wrote: boolean) =>
    Authors({ spans: [{ text: "Ada Example", role: "owner" }, { text: " (eds)" }], wrote });
  expect(classOf(true)).toMatchObject([
    { props: { className: "p-author h-card unbroken" } },
    " (eds)",
  ]);
  expect(classOf(false)).toMatchObject([{ props: { className: "h-card unbroken" } }, " (eds)"]);
});
