import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Cv } from "@triptych/schema";
import { fullVariant } from "@triptych/view";
import { describe, expect, test } from "vitest";
import { warnOfMissing } from "../src/document/failure.ts";
import { renderCv, type RenderOptions } from "../src/document/render-cv.tsx";
import { language } from "../src/words.ts";
import { readByPdfjs } from "./reading/pdfjs-text.ts";
import { checkPdf } from "./rules/check-pdf.ts";
import { SMALL_RECORD } from "./sample/sample-record.ts";

const APP = fileURLToPath(new URL("..", import.meta.url));
const ORDINARY = {
  variant: fullVariant(language),
  paper: "a4",
  site: undefined,
  date: new Date(0),
} as const;

const readText = async (pdf: Uint8Array) =>
  (await readByPdfjs(pdf)).map(({ text }) => text).join("\n");

/** What the renderer says of characters that no font draws. */
async function listMissing(options: Partial<RenderOptions>) {
  const result = await renderCv({ ...ORDINARY, cv: SMALL_RECORD, ...options });
  if (result.kind !== "rendered") throw new Error(result.kind);
  expect(checkPdf(result.pdf)).toEqual([]);
  return result;
}

describe("characters that no font draws", () => {
  test("of an entry are named, with their path in the record, and everything is rendered", async () => {
    const cv = Cv.parse({
      profile: { name: "Ada Example" },
      education: [
        { degree: "ᚠᚢ", institution: { name: "Sample University" }, period: { start: "2015" } },
      ],
      talks: [{ title: "On ᚠ and 𓀀", host: "A Host", date: "2021" }],
    });
    const { missing, pdf } = await listMissing({ cv });
    expect(missing).toMatchObject([
      {
        character: "ᚠ",
        name: "U+16A0 RUNIC LETTER FEHU FEOH FE F",
        where: ["education[0].degree", "talks[0].title"],
      },
      { character: "ᚢ", name: "U+16A2 RUNIC LETTER URUZ UR U", where: ["education[0].degree"] },
      { character: "𓀀", where: ["talks[0].title"] },
    ]);
    expect(missing[0]?.tried).toEqual(
      expect.arrayContaining([
        "Source Serif 4 Light",
        "Source Sans 3 SemiBold",
        "Noto Serif SC",
        "Noto Sans Math",
        "Vazirmatn",
      ]),
    );
    expect(missing.map(warnOfMissing)[1]).toBe(
      "Warning: no font draws “ᚢ” (U+16A2 RUNIC LETTER URUZ UR U) in education[0].degree: " +
        "a box with its number stands for it. Write it otherwise if you can.",
    );
    const text = await readText(pdf);
    expect(text).toContain("ᚠᚢ");
    expect(text).toContain("On ᚠ and 𓀀");
  });

  test.each([
    ["the name", { cv: Cv.parse({ profile: { name: "ᚠ Example" } }) }, "profile.name"],
    [
      "an interest",
      { cv: Cv.parse({ profile: { name: "Ada Example", interests: ["Runes such as ᚠ"] } }) },
      "profile.interests[0]",
    ],
    [
      "the title of the variant",
      { cv: SMALL_RECORD, variant: { ...fullVariant(language), title: "ᚠ of Ada" } },
      "header",
    ],
  ])("of %s are named", async (_place, options, where) => {
    const { missing } = await listMissing(options);
    expect(missing).toMatchObject([{ character: "ᚠ", where: [where] }]);
  });

  test("a mark that the letter's font has not stands beside the letter, which is drawn", async () => {
    const { missing, pdf } = await listMissing({
      cv: Cv.parse({ profile: { name: "Ada 刘\u0303" } }),
    });
    expect(missing).toMatchObject([
      {
        name: "U+5218 CJK UNIFIED IDEOGRAPH-5218 with U+0303 COMBINING TILDE",
        where: ["profile.name"],
      },
    ]);
    const text = await readText(pdf);
    expect(text).toContain("刘\u0303");
  });
});

test("a command writes all variants, says each warning once and ends well", async () => {
  const folder = await mkdtemp(join(tmpdir(), "triptych-missing-"));
  try {
    await mkdir(join(folder, "content"));
    const record = {
      profile: { name: "Ada Example" },
      talks: [{ title: "On ᚠ", host: "A Host", date: "2021" }],
      variants: [
        { id: "full", title: "Curriculum vitae" },
        { id: "talks", title: "Talks", sections: ["talks"] },
      ],
    };
    await writeFile(join(folder, "content/cv.yaml"), JSON.stringify(record));
    const args = ["--import", "../../scripts/jsx.mjs", "src/main.ts", "--all"];
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [...args, "--dir", join(folder, "content"), "--out", join(folder, "out")],
      { cwd: APP, env: { ...process.env, TRIPTYCH_RECORD: undefined } },
    );
    expect(stderr.match(/no font draws “ᚠ”/g)).toHaveLength(1);
    const files = await readdir(join(folder, "out"));
    expect(files.toSorted()).toEqual(["cv-talks.pdf", "cv.pdf"]);
    for (const file of files)
      expect(await readText(await readFile(join(folder, "out", file)))).toContain("On ᚠ");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
