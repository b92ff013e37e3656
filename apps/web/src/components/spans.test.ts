import { expect, test } from "vitest";
import { Spans } from "./spans.tsx";

test("a name is kept on one line, a name that no phone's line holds is not", () => {
  const target = { kind: "person", id: "x" } as const;
  const long = "Maximiliane von der Wolfsschlucht";
  const spans = [
    { text: "Ada Example", role: "owner" as const },
    { text: ", " },
    { text: "Grace Sample", target },
    { text: ", " },
    { text: long, target },
    { text: long, role: "owner" as const },
  ];
  expect(Spans({ spans, linked: false })).toMatchObject([
    { type: "b", props: { className: "unbroken" } },
    [", "],
    { type: "span", props: { className: "unbroken", children: ["Grace Sample"] } },
    [", "],
    { type: "span", props: { className: undefined } },
    { type: "b", props: { className: undefined } },
  ]);
});
