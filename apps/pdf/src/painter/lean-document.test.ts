import { expect, test } from "vitest";
import { LeanDocument } from "./lean-document.ts";

/** The operators of a page, without the turn of its axes that comes first. */
async function operatorsOf(paint: (document: LeanDocument) => void): Promise<string[]> {
  const document = new LeanDocument({ compress: false });
  const pieces: Buffer[] = [];
  const finished = new Promise<string>((resolve) => {
    document.on("data", (piece: Buffer) => pieces.push(piece));
    document.on("end", () => resolve(Buffer.concat(pieces).toString("latin1")));
  });
  paint(document.addPage({ size: [100, 100], margin: 0 }));
  document.end();
  const [, stream = ""] = /stream\n([^]*?)\nendstream/.exec(await finished) ?? [];
  return stream.trim().split("\n").slice(1);
}

const RED = ["/DeviceRGB cs", "1 0 0 scn"];
const BLUE = ["/DeviceRGB cs", "0 0 1 scn"];

test("a colour is written where it changes, and again where a saved state ends", async () => {
  const operators = await operatorsOf((document) => {
    document
      .fillColor("#ff0000")
      .save()
      .fillColor("#ff0000")
      .fillColor("#0000ff")
      .fillColor("#0000ff")
      .restore()
      .fillColor("#ff0000")
      .fillColor("#0000ff");
  });
  expect(operators).toEqual([...RED, "q", ...BLUE, "Q", ...BLUE]);
});

test("and so is an opacity, by whichever name it was set", async () => {
  const operators = await operatorsOf((document) => {
    document
      .fillOpacity(0.5)
      .fillOpacity(0.5)
      .save()
      .opacity(1)
      .fillOpacity(1)
      .fillOpacity(0.5)
      .restore()
      .fillOpacity(0.5);
  });
  expect(operators).toEqual(["/Gs1 gs", "q", "/Gs2 gs", "/Gs1 gs", "Q"]);
});

test("a new page begins with nothing set", async () => {
  const document = new LeanDocument({ compress: false, bufferPages: true });
  const pieces: Buffer[] = [];
  document.on("data", (piece: Buffer) => pieces.push(piece));
  document.addPage().fillColor("#ff0000");
  document.addPage().fillColor("#ff0000");
  document.switchToPage(0);
  document.fillColor("#ff0000");
  const ended = new Promise((resolve) => document.on("end", resolve));
  document.end();
  await ended;
  expect(
    Buffer.concat(pieces)
      .toString("latin1")
      .match(/1 0 0 scn/g),
  ).toHaveLength(3);
});
