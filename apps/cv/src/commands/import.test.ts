import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Finished, runHere } from "../testing/run-here.ts";

const COMMAND = join(import.meta.dirname, "../main.ts");
const CONTENT = join(import.meta.dirname, "../../../../packages/data/content");

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-import-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const env = { NO_COLOR: "1", FORCE_COLOR: undefined, CV_DIR: undefined };

/** Runs `cv` in the folder of the test, without a terminal. */
const run = (args: string[]) => runHere(args, { cwd: base, env });

/** The same in a process of its own, which has a standard input. */
function pipe(args: string[], input: string): Promise<Finished> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...args],
      { cwd: base, env: { ...process.env, ...env } },
      (error, stdout, stderr) => done({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

async function makeRecord(name: string): Promise<string> {
  const folder = join(base, name);
  await mkdir(folder);
  await writeFile(join(folder, "profile.yaml"), "profile: { name: Ada Lovelace }\n");
  return folder;
}

const BIB = `@article{hats, title={Hats}, author={Lovelace, Ada and Babbage, C.}, journal={Journal of Hats}, year=2020, file={x.pdf}}
@article{other, title={Other}, author={Babbage, C.}, journal={Journal of Hats}, year=2020}
@article{book, title={Book}, author={Lovelace, Ada}}
@article{broken, title={Broken`;

test("import adds, and reports all that was left out or dropped with key and line", async () => {
  const folder = await makeRecord("report");
  await writeFile(join(base, "pubs.bib"), BIB);
  const expected = `left out  pubs.bib  broken (line 4)  the entry is broken: a brace is not closed
left out  pubs.bib  other (line 2)  authors: Ada Lovelace is not among the authors (C. Babbage); if one of them is you, give --alias and the name as printed
to do  pubs.bib  book (line 3)  venue: a journal needs one and the entry names none; it was entered as other: name the venue, and set its kind to journal
dropped  pubs.bib  hats (line 1)  file: the record has no place for it
4 entries read, 2 added, 0 merged, 0 known already, 2 left out
Written: venues.yaml, publications.yaml.
`;
  expect(await run(["import", "pubs.bib", "--dir", "report"])).toEqual({
    code: 0,
    stdout: expected,
    stderr: "",
  });
  expect((await run(["check", "report"])).stdout).toBe(
    "valid: 2 publications from 3 files, 0 warnings; PDFs at /cv.pdf\n",
  );
  const before = await readFile(join(folder, "publications.yaml"), "utf8");
  const again = await run(["import", "pubs.bib", "--dir", "report"]);
  expect(again.stdout).toContain(
    "4 entries read, 0 added, 0 merged, 2 known already, 2 left out\nNothing had to be changed.\n",
  );
  expect(await readFile(join(folder, "publications.yaml"), "utf8")).toBe(before);
});

test("a dry run shows the difference and writes nothing; --json is for programs", async () => {
  const folder = await makeRecord("dry");
  await writeFile(join(base, "dry.bib"), BIB);
  const { code, stdout } = await run(["import", "dry.bib", "--dir", "dry", "--dry-run"]);
  expect(code).toBe(0);
  expect(stdout).toContain("new file publications.yaml\n+ publications:\n+   - id: hats\n");
  expect(await readdir(folder)).toEqual(["profile.yaml"]);
  const json = await run(["import", "dry.bib", "--dir", "dry", "--json"]);
  expect(json.stderr).toBe("");
  expect(JSON.parse(json.stdout)).toMatchObject({
    read: 4,
    added: [
      { key: "hats", line: 1, id: "hats" },
      { key: "book", line: 3, id: "book" },
    ],
    merged: [],
    leftOut: [{}, {}],
    toDo: [{ key: "book", line: 3, field: "venue" }],
    written: true,
  });
});

test("what a mark at a name means is never guessed", async () => {
  const folder = await makeRecord("marks");
  const text =
    "@article{hats, title={Hats}, author={Lovelace*, Ada and Babbage*, Charles and Poe$^\\dagger$, Edgar}, journal={Journal of Hats}, year=2020}";
  await writeFile(join(base, "marks.bib"), text);
  expect(await run(["import", "marks.bib", "--dir", "marks"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "* stands at 2 names, first at Ada Lovelace in marks.bib, hats. Say what it means: --marks '*=equal', or corresponding, or ignore.\n",
  });
  expect(await readdir(folder)).toEqual(["profile.yaml"]);
  const done = await run([
    "import",
    "marks.bib",
    "--dir",
    "marks",
    "--marks",
    "*=equal,†=corresponding",
  ]);
  expect(done.stdout).toContain(
    "† at Edgar Poe: the record has no place for a corresponding author",
  );
  expect(await readFile(join(folder, "publications.yaml"), "utf8")).toContain(
    "equalContribution: [ [ Ada Lovelace, Charles Babbage ] ]",
  );
  expect((await run(["import", "marks.bib", "--dir", "marks", "--marks", "*=x"])).stderr).toContain(
    "--marks: “*=x” should be a mark",
  );
});

test("files that cannot be read, and records with faults, change nothing", async () => {
  const folder = await makeRecord("faults");
  await writeFile(join(base, "words.txt"), "Just words.\n");
  expect(await run(["import", "words.txt", "--dir", "faults"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is in no format that is recognised"),
  });
  expect(await run(["import", "absent.bib", "--dir", "faults"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("absent.bib cannot be read"),
  });
  await writeFile(join(folder, "profile.yaml"), "profile: { nam: Ada }\n");
  expect(await run(["import", "words.txt", "--dir", "faults"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("nothing was changed"),
  });
});

test("the standard input is read, and the real record knows its own export", async () => {
  const { stdout: bib } = await run(["export", "bibtex", CONTENT]);
  const { stdout } = await pipe(["import", "-", "--dir", CONTENT, "--dry-run"], bib);
  expect(stdout).toBe(
    "61 entries read, 0 added, 0 merged, 61 known already, 0 left out\nNothing was written, as asked.\n",
  );
});

test("init makes a record from nothing and from files, asks nobody, and says what to complete", async () => {
  const bare = await run(["init", "bare"]);
  expect(bare).toMatchObject({ code: 0, stderr: "" });
  expect(bare.stdout).toContain(
    "bare holds a record that passes the check.\nWhat you may want to complete:\n  - profile.name: your name, which stands as a placeholder\n",
  );
  expect(bare.stdout).toContain("CV_DIR=bare npm start shows your site.");
  expect(await run(["check", "bare"])).toMatchObject({ code: 0 });
  const settings = join(base, "settings");
  const remember = (folder: string) =>
    runHere(["init", folder], { cwd: base, env: { ...env, TRIPTYCH_SETTINGS: settings } });
  expect((await remember("it's # mine")).stdout).toContain("from now on where your record is");
  expect((await remember("other")).stdout).toContain("CV_DIR=other npm start shows your site.");
  expect(parseEnv(await readFile(settings, "utf8"))).toEqual({ CV_DIR: "it's # mine" });
  await writeFile(
    join(base, "two.bib"),
    BIB.replace(
      "Babbage, C.}, journal={Journal of Hats}, year=2020}\n@article{book",
      "Babbage, C. and Lovelace, Ada}, journal={Journal of Hats}, year=2021}\n@article{third, title={Third}, author={Lovelace, Ada}, journal={Journal of Hats}}\n@article{book",
    ),
  );
  const made = await run(["init", "made", "--from", "two.bib", "--email", "ada@example.org"]);
  expect(made.stdout).toContain(
    "The record is about Ada Lovelace, who is an author of 4 of 4 works; if that is not you, give --name.",
  );
  expect((await run(["check", "made"])).stdout).toBe(
    "valid: 4 publications from 3 files, 0 warnings; PDFs at /cv.pdf\n",
  );
  const profile = await readFile(join(base, "made/profile.yaml"), "utf8");
  expect(profile.replace(/^# yaml-language-server.*\n/, "")).toBe(
    "# Who the record is about.\nprofile:\n  id: ada-lovelace\n  name: Ada Lovelace\n  emails: [ ada@example.org ]\n",
  );
  await writeFile(
    join(base, "tie.bib"),
    "@article{t, title={T}, author={A B and C D}, journal={J}}",
  );
  expect(await run(["init", "bad", "--from", "tie.bib"])).toMatchObject({
    code: 2,
    stderr: "The files do not say whose works they are; give --name.\n",
  });
  expect(await run(["init", "made"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("made is not an empty folder"),
  });
  expect(await run(["init", "bad", "--orcid", "1"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("orcid must be an ORCID iD"),
  });
  expect((await readdir(base)).filter((name) => name.startsWith(".") || name === "bad")).toEqual(
    [],
  );
});
