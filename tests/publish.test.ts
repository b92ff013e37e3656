import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { digestFolder } from "./support/folder-digest.ts";
import { ROOT, STATE } from "./support/places.ts";
import { JSX, runNode } from "./support/run.ts";

const FOLDER = join(STATE, "tests", "publish");

const works = [
  { id: "first", title: "A First Work", authors: ["Ada Example", "Ben Other"] },
  { id: "second", title: "A Second Work", authors: ["Ada Example", "Cleo Third"] },
  { id: "third", title: "A Third Work", authors: ["Ada Example", "Ben Other"] },
];

interface Written {
  name?: string;
  publications?: typeof works;
  variants?: { id: string; title: string }[];
}

/** A record as its owner writes it; JSON is YAML. */
function write({ name = "Ada Example", publications = works, variants = [] }: Written): string {
  return JSON.stringify({
    profile: { name },
    publications: publications.map((work) => ({
      ...work,
      appearances: [{ kind: "preprint", date: "2024-05" }],
    })),
    variants,
  });
}

/** Publishes a record with the programs of `npm start`. */
async function publish(record: string, state: string): Promise<void> {
  const content = join(FOLDER, "content");
  await rm(content, { recursive: true, force: true });
  await mkdir(content, { recursive: true });
  await writeFile(join(content, "cv.yaml"), record);
  const env = {
    CV_DIR: content,
    TRIPTYCH_DIR: state,
    TRIPTYCH_RECORD: join(state, "record", "cv.json"),
  };
  for (const [cwd, args] of [
    [ROOT, [join(ROOT, "apps/cv/src/main.ts"), "record", "--out", env.TRIPTYCH_RECORD]],
    [join(ROOT, "apps/pdf"), [...JSX, "src/publish-all.ts", join(state, "pdf")]],
    [join(ROOT, "apps/web"), ["src/build/main.ts"]],
  ] as const) {
    const { code, stdout, stderr } = await runNode(args, { cwd, env });
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}\n${stdout}\n${stderr}`);
  }
}

/** Everything that is published: the PDFs and the site, by path. */
const published = async (state: string) => ({
  ...(await digestFolder(join(state, "pdf"))),
  ...(await digestFolder(join(state, "site"))),
});

/** Files of the site and of the PDFs that say a text, in any of their readable forms. */
async function filesSaying(state: string, text: string): Promise<string[]> {
  const site = join(state, "site");
  const files = (await readdir(site, { recursive: true })).filter((file) =>
    /\.(html|txt|json|xml|bib|ris)$/.test(file),
  );
  const said = await Promise.all(
    files.map(async (file) => (await readFile(join(site, file), "utf8")).includes(text)),
  );
  return files.filter((_, index) => said[index]);
}

const full = { id: "full", title: "Curriculum vitae" };
const BEFORE = write({ variants: [full, { id: "short", title: "Short" }] });
/** Another variant's PDF, a work and a co-author are withdrawn; a title of another is edited. */
const AFTER = write({
  publications: works.flatMap((work) =>
    work.id === "second"
      ? []
      : [work.id === "third" ? { ...work, title: "A Third, Edited Work" } : work],
  ),
  variants: [full],
});

const state = join(FOLDER, "state");
let before: Record<string, string>;
let after: Record<string, string>;

beforeAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await publish(BEFORE, state);
  before = await published(state);
  await publish(AFTER, state);
  after = await published(state);
});

test("what the record no longer holds is no longer published", async () => {
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      "cv-short.pdf",
      "publications/second/index.html",
      "publications/second/cite.bib",
      "publications/second/og.png",
      "co-authors/cleo-third/index.html",
    ]),
  );
  const gone = Object.keys(before).filter((path) => !(path in after) && !/\.(br|gz)$/.test(path));
  const elsewhere = gone.filter((path) => !/\/(second|cleo-third)\//.test(path));
  expect(elsewhere).toEqual(["cv-short.pdf"]);
  expect(Object.keys(after).filter((path) => /second|cleo|short/.test(path))).toEqual([]);
  expect(await readdir(join(state, "pdf"))).toEqual(["cv.pdf"]);
  for (const text of ["A Second Work", "Cleo Third", "A Third Work", "cv-short"])
    expect(await filesSaying(state, text), text).toEqual([]);
});

test("pages kept from the build before are those that a build from nothing makes", async () => {
  const fresh = join(FOLDER, "fresh");
  await publish(AFTER, fresh);
  expect(await published(fresh)).toEqual(after);
});

test("another person's record leaves nothing of the first", async () => {
  await publish(write({ name: "Zoe Newcomer", publications: [] }), state);
  expect(await filesSaying(state, "Ada Example")).toEqual([]);
  expect(
    Object.keys(await published(state)).filter((path) => /first|ben-other/.test(path)),
  ).toEqual([]);
});

test("back at the record before, everything is published as it was", async () => {
  await publish(BEFORE, state);
  expect(await published(state)).toEqual(before);
});
