import { expect, test } from "vitest";
import type { Unit } from "../components/unit.ts";
import { makeUp, type SetUnit } from "./make-up.ts";
import type { LaidOutNode } from "../painter/laid-out.ts";
import { MARGIN } from "../components/styles.ts";

const ROOM = 841.89 - MARGIN.top - MARGIN.bottom;

const row = (id: string, text = ""): Unit => ({
  kind: "row",
  section: "talks",
  group: "talks",
  lead: undefined,
  groupTitle: "",
  entry: { id, rail: "", lines: [{ role: "title", spans: [{ text }] }] },
});

const box = (
  id: string,
  height: number,
  style: Record<string, number> = {},
  children: LaidOutNode[] = [],
): LaidOutNode => ({
  type: "VIEW",
  box: { left: 0, top: 999, width: 1, height },
  style,
  props: { sid: id },
  children,
});

const set = (
  id: string,
  height: number,
  style?: Record<string, number>,
  children?: LaidOutNode[],
): SetUnit => ({
  unit: row(id),
  node: box(id, height, style, children),
});

/** Which boxes stand on each page, and how far below the top margin. */
async function placesOf(
  units: SetUnit[],
  parts: LaidOutNode[][] = [],
): Promise<[string | undefined, number][][]> {
  async function* stream() {
    yield* units;
  }
  const pages: [string | undefined, number][][] = [];
  for await (const page of makeUp(stream(), "a4", async () => parts))
    pages.push(
      (page.children ?? []).map((node) => [
        node.props?.sid,
        Math.round(1000 * ((node.box?.top ?? 0) - MARGIN.top)) / 1000,
      ]),
    );
  return pages;
}

test("units stand below one another, with their margins, and begin a page where the last has no room", async () => {
  const places = await placesOf([
    set("a", 100),
    set("b", 50, { marginTop: 10, marginBottom: 4 }),
    set("c", ROOM - 164),
    set("d", 1),
  ]);
  expect(places).toEqual([
    [
      ["a", 0],
      ["b", 110],
      ["c", 164],
    ],
    [["d", 0]],
  ]);
});

test("a page that begins with a heading begins where other pages do, and has the room above the heading", async () => {
  const title = box("title", 20, { marginTop: 6 });
  expect(
    await placesOf([set("a", ROOM), set("b", 40, { marginTop: 7 }, [title]), set("c", ROOM - 34)]),
  ).toEqual([
    [["a", 0]],
    [
      ["b", -6],
      ["c", 34],
    ],
  ]);
});

test("what is higher than a page stands on one of its own", async () => {
  expect(await placesOf([set("a", 10), set("b", ROOM + 1), set("c", 10)])).toEqual([
    [["a", 0]],
    [["b", 0]],
    [["c", 0]],
  ]);
});

test("what may be parted goes on over the pages, and what follows stands below its end", async () => {
  const long = { unit: row("long", "w ".repeat(1000)), node: box("long", 1200) };
  const part = (top: number, height: number): LaidOutNode => ({
    ...box("long", height),
    box: { left: 0, top: MARGIN.top + top, width: 1, height },
  });
  expect(
    await placesOf([set("a", 100), long, set("b", 10)], [[part(100, ROOM - 100)], [part(0, 30)]]),
  ).toEqual([
    [
      ["a", 0],
      ["long", 100],
    ],
    [
      ["long", 0],
      ["b", 30],
    ],
  ]);
  expect(await placesOf([set("a", ROOM), long], [[], [part(0, 30)]])).toEqual([
    [["a", 0]],
    [["long", 0]],
  ]);
});

test("nothing makes no page", async () => {
  expect(await placesOf([])).toEqual([]);
});
