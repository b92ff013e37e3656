import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Cv } from "@triptych/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectPdf } from "./reading/inspected-pdf.ts";
import { type Point, readPaintedForms } from "./reading/painted-forms.ts";
import { drawAlone, isDrawn } from "./sample/drawn-alone.ts";
import { renderSample } from "./sample/sample-render.ts";

/**
 * A name or words in every script that a face draws, in parts of a family that share its name, with
 * marks above, below and inside. What is extracted can be right where what is drawn is not.
 */
const WORDS = {
  Latin: "Łucja Affleck-Gęślą",
  Vietnamese: "Nguyễn Thị Ngọc Ánh",
  Yoruba: "Ọlá Ọ̀ṣọ́",
  "marks over letters": "Q̃uill X̂avier",
  phonetic: "ʃəˈpaːtʰ",
  Greek: "Ελένη Παπαδοπούλου",
  "Greek with breathings": "Ἀριστοτέλης",
  Cyrillic: "Пётр Щербаков",
  Chinese: "刘世炜司马懿",
  "traditional Chinese": "張惠妹龍",
  Japanese: "高橋健太さくらガラシャ",
  Korean: "김철수 박지성",
  Arabic: "محمد علي الخوارزمي",
  "Arabic with vowels": "مُحَمَّد",
  Persian: "پژوهشگر گچ",
  Urdu: "ٹھیک ڑے",
  Hebrew: "משה בן־מימון",
  "Hebrew with points": "שָׁלוֹם",
  Hindi: "क्षेत्रीय स्त्री श्रृंखला",
  Bengali: "রবীন্দ্রনাথ ঠাকুর",
  Gujarati: "ક્ષત્રિય શ્રીમતી",
  Punjabi: "ਗੁਰਮੁਖੀ ਸਿੰਘ",
  Kannada: "ಶ್ರೀನಿವಾಸ ಕೃಷ್ಣ",
  Malayalam: "ശ്രീധരൻ ക്ഷേത്രം",
  Sinhala: "ප්‍රේමරත්න ශ්‍රී",
  Tamil: "தமிழ்ச்செல்வி கோபால்",
  Telugu: "శ్రీనివాస్ కృష్ణ",
  Thai: "ที่ปรึกษา น้ำผึ้ง",
  Lao: "ສົມພອນ ແກ້ວ",
  Khmer: "ស្រីមុំ ខ្មែរ",
  Amharic: "ሰላም አበበ ቢቂላ",
  Armenian: "Գրիգոր Լուսավորիչ",
  Georgian: "გიორგი მაისურაძე",
  mathematics: "𝔸⊗𝒪",
  pictures: "😀👩‍🔬☃",
} as const;

const APP = fileURLToPath(new URL("..", import.meta.url));
const MAIN = ["--import", "../../scripts/jsx.mjs", "src/main.ts"];

/** Each is set in two weights: its title in 500, its host in 400. */
const listTalks = () =>
  Object.entries(WORDS).map(([name, words], index) => ({
    title: `${words} ${name}`,
    host: words,
    date: `${2000 + index}`,
  }));
const recordOf = (interest: string) => ({
  profile: { name: "Ada Example", interests: [interest] },
  talks: listTalks(),
  variants: [
    { id: "full", title: "Curriculum vitae" },
    { id: "talks", title: "Talks", sections: ["talks"] },
  ],
});

let folder: string;
let worker: ChildProcess | undefined;
/** By name and weight. */
const alone = new Map<string, Point[][]>();

beforeAll(async () => {
  await mkdir(join(APP, "../../.triptych/test"), { recursive: true });
  folder = await mkdtemp(join(APP, "../../.triptych/test/pdf-drawn-"));
  await mkdir(join(folder, "content"));
  await writeRecord("looking");
  for (const [name, words] of Object.entries(WORDS))
    for (const weight of [400, 500]) alone.set(`${name} ${weight}`, await drawAlone(words, weight));
});
afterAll(async () => {
  worker?.kill();
  await rm(folder, { recursive: true, force: true });
});

async function writeRecord(interest: string): Promise<void> {
  await writeFile(join(folder, "content/cv.yaml"), JSON.stringify(recordOf(interest)));
}

/** What a document draws otherwise than HarfBuzz by itself. */
function listMisdrawn(pdf: Uint8Array): string[] {
  const pages = readPaintedForms(inspectPdf(pdf));
  return [...alone]
    .filter(([, text]) => !pages.some((page) => isDrawn(page, text)))
    .map(([key]) => key);
}

const misdrawnIn = async (file: string) => listMisdrawn(await readFile(join(folder, file)));

const environment = () => ({
  ...process.env,
  CV_DIR: join(folder, "content"),
  TRIPTYCH_RECORD: undefined,
});

const runPdf = (...args: string[]) =>
  promisify(execFile)(process.execPath, [...MAIN, ...args], { cwd: APP, env: environment() });

test("there is something to look at", () => {
  for (const [key, glyphs] of alone) expect(glyphs.length, key).toBeGreaterThan(1);
});

test("one variant draws every script as HarfBuzz does", async () => {
  await runPdf("--out", join(folder, "one.pdf"));
  expect(await misdrawnIn("one.pdf")).toEqual([]);
});

test("and so do all variants of one command", async () => {
  await runPdf("--all", "--out", join(folder, "all"));
  expect(await misdrawnIn("all/cv.pdf")).toEqual([]);
  expect(await misdrawnIn("all/cv-talks.pdf")).toEqual([]);
});

test("and a process that follows the record, before and after an edit", async () => {
  const args = [...MAIN, "--follow", "--out", join(folder, "followed")];
  const child = spawn(process.execPath, args, {
    cwd: APP,
    env: environment(),
    stdio: ["pipe", "pipe", "ignore"],
  });
  worker = child;
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const interest of ["looking", "looking again", "looking once more"]) {
    await writeRecord(interest);
    child.stdin.write("\n");
    expect(await answers.next()).toEqual({ done: false, value: "done" });
    expect(await misdrawnIn("followed/cv.pdf")).toEqual([]);
    expect(await misdrawnIn("followed/cv-talks.pdf")).toEqual([]);
  }
});

test("and the second document of a process", async () => {
  const cv = Cv.parse(recordOf("looking"));
  for (const site of ["https://one.example", "https://two.example"])
    expect(listMisdrawn((await renderSample(cv, { site })).pdf), site).toEqual([]);
});
