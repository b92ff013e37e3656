import { expect, test } from "vitest";
import { Cv } from "@triptych/schema";
import { fullVariant } from "@triptych/view";
import { language } from "../src/words.ts";
import { renderCv, type RenderOptions } from "../src/document/render-cv.tsx";
import { KeptUnits } from "../src/pages/kept-units.ts";
import { SMALL_RECORD } from "./sample/sample-record.ts";

async function bytesOf(options: RenderOptions): Promise<Buffer> {
  const result = await renderCv(options);
  if (result.kind !== "rendered") throw new Error(result.kind);
  return result.pdf;
}

test("a document made with what others left has the bytes it has alone, on either paper and after a change", async () => {
  const changed = Cv.parse({
    ...SMALL_RECORD,
    talks: [{ title: "A Talk More", host: "A Host", date: "2021" }],
  });
  const kept = new KeptUnits();
  const documents = [SMALL_RECORD, changed, SMALL_RECORD].flatMap((cv) =>
    (["a4", "letter"] as const).map((paper): RenderOptions => ({
      cv,
      paper,
      variant: fullVariant(language),
      site: undefined,
      date: new Date(0),
    })),
  );
  const bytes = await Promise.all(documents.map((options) => bytesOf(options)));
  for (const [index, options] of documents.entries())
    expect((await bytesOf({ ...options, kept })).equals(bytes[index] ?? Buffer.alloc(0))).toBe(
      true,
    );
  expect(new Set(bytes.map((pdf) => pdf.toString("latin1"))).size).toBe(4);
});
