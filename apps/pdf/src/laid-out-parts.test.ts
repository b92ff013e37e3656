import { composeDocument, FULL_VARIANT } from "@triptych/view";
import { expect, test } from "vitest";
import { listRows } from "./components/row.ts";
import { SMALL_RECORD } from "./check/sample-record.ts";
import { findCut } from "./laid-out-parts.tsx";
import type { LaidOutNode } from "./painter/laid-out.ts";

const ROWS = listRows(composeDocument(SMALL_RECORD, FULL_VARIANT)).slice(0, 3);
const [first, second, third] = ROWS.map(({ entry }) => entry.id);

const page = (...ids: (string | undefined)[]): LaidOutNode => ({
  type: "PAGE",
  children: ids.map((sid) => ({ type: "VIEW", props: sid === undefined ? {} : { sid } })),
});

test("parts are cut at the last page that begins with a row", () => {
  expect(findCut([page(first), page(second), page(third)], ROWS)).toEqual({ page: 2, rows: 2 });
  expect(findCut([page(first), page(second, third)], ROWS)).toEqual({ page: 1, rows: 1 });
});

test("a row that goes on over the end of a page is not cut", () => {
  expect(findCut([page(first), page(second), page(second, third)], ROWS)).toEqual({ page: 1, rows: 1 });
  expect(findCut([page(first, second), page(second, third)], ROWS)).toBeUndefined();
});

test("neither is a row whose heading stands on the page before", () => {
  const opening = ROWS.findIndex(({ opensSection }, index) => index > 0 && opensSection);
  expect(opening).toBeGreaterThan(0);
  const title = `${ROWS[opening]?.section.id ?? ""}/title`;
  const before = ROWS.slice(0, opening).map(({ entry }) => entry.id);
  expect(findCut([page(...before, title), page(ROWS[opening]?.entry.id)], ROWS.slice(0, opening + 1))).toBeUndefined();
});
