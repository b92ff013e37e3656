import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectPdf } from "../tests/reading/inspected-pdf.ts";
import { readPageText } from "../tests/sample/cv-agreement.ts";

const APP = fileURLToPath(new URL("..", import.meta.url));
const MAIN = ["--import", "../../scripts/jsx.mjs", "src/main.ts"];
const RECORD = `profile: { name: Ada Example }
talks:
  - { title: An Early Talk, host: A Host, date: "2019-05" }
  - { title: A Late Talk, host: A Host, date: "2023-05" }
variants:
  - { id: full, title: Curriculum vitae }
  - { id: talks, title: Talks, sections: [talks] }
`;

let folder: string;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  await mkdir(join(APP, "../../.triptych/test"), { recursive: true });
  folder = await mkdtemp(join(APP, "../../.triptych/test/pdf-command-"));
  await mkdir(join(folder, "content"));
  await writeFile(join(folder, "content/cv.yaml"), RECORD);
});
afterAll(async () => {
  worker?.kill();
  await rm(folder, { recursive: true, force: true });
});

function environment() {
  const {
    TRIPTYCH_RECORD: _record,
    SITE_URL: _site,
    SOURCE_DATE_EPOCH: _epoch,
    ...rest
  } = process.env;
  return { ...rest, CV_DIR: join(folder, "content") };
}

/** What the command says; it ends with another code than 0 where `fails`. */
async function runPdf(...args: string[]): Promise<string> {
  return (
    await promisify(execFile)(process.execPath, [...MAIN, ...args], {
      cwd: APP,
      env: environment(),
    })
  ).stderr;
}

const textOf = async (file: string) => readPageText(inspectPdf(await readFile(join(folder, file))));
const sizeOf = async (file: string) =>
  inspectPdf(await readFile(join(folder, file)))
    .document.loadPage(0)
    .getBounds();

test("one variant on Letter, since a date", async () => {
  const said = await runPdf(
    "--variant",
    "talks",
    "--paper",
    "letter",
    "--since",
    "2023-01-01",
    "--out",
    join(folder, "one.pdf"),
  );
  expect(said).toMatch(
    /^Record: .+\nTalks since 1.Jan.2023: 1 page, \d+ kB, [\d.]+ s, .+one\.pdf\n$/,
  );
  expect(await sizeOf("one.pdf")).toEqual([0, 0, 612, 792]);
  expect(await textOf("one.pdf")).toContain("A Late Talk");
  expect(await textOf("one.pdf")).not.toContain("An Early Talk");
});

test("every variant, counted while it goes on", async () => {
  const said = await runPdf("--all", "--out", join(folder, "all"));
  expect(said.split("\n").map((line) => line.slice(0, 8))).toEqual([
    "Record: ",
    "1/2 Curr",
    "2/2 Talk",
    "",
  ]);
  expect((await readdir(join(folder, "all"))).toSorted()).toEqual(["cv-talks.pdf", "cv.pdf"]);
});

test("what cannot be meant is a sentence and exit code 2, and so is a wrong environment", async () => {
  await expect(runPdf("--all", "--variant", "talks")).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("'--all' cannot be used with option '--variant"),
  });
  await expect(runPdf("--since", "lately")).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--since lately: it must be a year"),
  });
  const wrong = promisify(execFile)(process.execPath, MAIN, {
    cwd: APP,
    env: { ...environment(), SITE_URL: "example.org" },
  });
  await expect(wrong).rejects.toMatchObject({
    code: 2,
    stderr:
      'SITE_URL is "example.org"; it must be an address such as https://example.org, with no ? or #.\n',
  });
});

test("what does not fit fails, says why and writes nothing", async () => {
  const talks = Array.from(
    { length: 90 },
    (_, index) =>
      `  - { title: Talk ${index}, host: A Host, date: "20${String(index % 20).padStart(2, "0")}" }`,
  );
  await writeFile(
    join(folder, "content/cv.yaml"),
    RECORD.replace("sections: [talks] }", "sections: [talks], pages: 1 }").replace(
      /talks:\n(.*\n){2}/,
      `talks:\n${talks.join("\n")}\n`,
    ),
  );
  const failure = runPdf("--variant", "talks", "--out", join(folder, "long.pdf"));
  await expect(failure).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /talks may have 1 page and needs \d: it is \d+ lines \(\d+ mm\) too long/,
    ),
  });
  expect(await readdir(folder)).not.toContain("long.pdf");
  await writeFile(join(folder, "content/cv.yaml"), RECORD);
});

test("a worker writes again for every line it is given, with the record as it is then", async () => {
  const started = spawn(
    process.execPath,
    [...MAIN, "--follow", "--out", join(folder, "followed")],
    {
      cwd: APP,
      env: environment(),
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  worker = started;
  const answers = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  started.stdin.write("write\n");
  expect(await answers.next()).toEqual({ done: false, value: "done" });
  expect(await textOf("followed/cv.pdf")).toContain("A Late Talk");
  await writeFile(join(folder, "content/cv.yaml"), RECORD.replace("A Late Talk", "Another Talk"));
  started.stdin.write("write\n");
  expect(await answers.next()).toEqual({ done: false, value: "done" });
  expect(await textOf("followed/cv.pdf")).toContain("Another Talk");
});
