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
  name: string;
  publications: typeof works;
  variants: { id: string; title: string }[];
}

/** A record as its owner writes it; JSON is YAML. */
function write({ name, publications, variants }: Written): string {
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
async function publish(record: Written, state: string): Promise<void> {
  const content = join(FOLDER, "content");
  await rm(content, { recursive: true, force: true });
  await mkdir(content, { recursive: true });
  await writeFile(join(content, "cv.yaml"), write(record));
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
const short = { id: "short", title: "Short" };
const REAL: Written = { name: "Ada Example", publications: works, variants: [full, short] };
const SHORTER: Written = { ...REAL, variants: [full] };
/** A work is withdrawn and with it a co-author; a title of another is edited. */
const WITHDRAWN: Written = {
  ...SHORTER,
  publications: works.flatMap((work) =>
    work.id === "second"
      ? []
      : [work.id === "third" ? { ...work, title: "A Third, Edited Work" } : work],
  ),
};
const OTHER: Written = { name: "Zoe Newcomer", publications: [], variants: [full] };

/** Addresses of the folder that follow from what the record names, told by the test itself. */
function namedBy({ name, publications, variants }: Written): string[] {
  const others = publications.flatMap(({ authors }) => authors.filter((each) => each !== name));
  return [
    ...variants.map(({ id }) => (id === "full" ? "cv.pdf" : `cv-${id}.pdf`)),
    ...publications.flatMap(({ id }) =>
      ["cite.bib", "index.html", "og.png"].map((file) => `publications/${id}/${file}`),
    ),
    ...[...new Set(others)].map(
      (each) => `co-authors/${each.toLowerCase().replaceAll(" ", "-")}/index.html`,
    ),
  ].toSorted();
}

const ADDRESS =
  /^([^/]*\.pdf|publications\/[^/]+\/(cite\.bib|index\.html|og\.png)|co-authors\/[^/]+\/index\.html)$/;

/** Those of a folder; where a record has no work, the framework leaves a page that is `none`. */
const addressesIn = (files: Record<string, string>) =>
  Object.keys(files)
    .filter((path) => ADDRESS.test(path) && !path.includes("/none/"))
    .toSorted();

const state = join(FOLDER, "state");
/** What is published after each of the records, one after the other in one place. */
const walked = new Map<Written, Record<string, string>>();

beforeAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await publish(REAL, state);
  walked.set(REAL, await published(state));
});

/** Goes on to the next record in the same place, with all that is kept there. */
async function goOn(record: Written): Promise<Record<string, string>> {
  await publish(record, state);
  const files = await published(state);
  walked.set(record, files);
  expect(addressesIn(files)).toEqual(namedBy(record));
  expect(await readdir(join(state, "pdf"))).toEqual(
    namedBy(record).filter((path) => path.endsWith(".pdf")),
  );
  return files;
}

/** The same from nothing, with nothing kept. */
async function publishFresh(record: Written): Promise<Record<string, string>> {
  const fresh = join(FOLDER, "fresh");
  await rm(fresh, { recursive: true, force: true });
  await publish(record, fresh);
  return published(fresh);
}

test("a variant that is removed takes its PDF along, and nothing else", async () => {
  const before = walked.get(REAL) ?? {};
  expect(addressesIn(before)).toEqual(namedBy(REAL));
  const after = await goOn(SHORTER);
  const gone = Object.keys(before).filter((path) => !(path in after) && !/\.(br|gz)$/.test(path));
  expect(gone).toEqual(["cv-short.pdf"]);
  expect(await filesSaying(state, "cv-short")).toEqual([]);
});

test("a work that is withdrawn goes with its co-author, as in a build from nothing", async () => {
  const after = await goOn(WITHDRAWN);
  expect(Object.keys(after).filter((path) => /second|cleo/.test(path))).toEqual([]);
  for (const text of ["A Second Work", "Cleo Third", "A Third Work"])
    expect(await filesSaying(state, text), text).toEqual([]);
  expect(await publishFresh(WITHDRAWN)).toEqual(after);
});

test("another person's record leaves nothing of the first, as in a build from nothing", async () => {
  const after = await goOn(OTHER);
  expect(await filesSaying(state, "Ada Example")).toEqual([]);
  expect(Object.keys(after).filter((path) => /first|ben-other/.test(path))).toEqual([]);
  expect(await publishFresh(OTHER)).toEqual(after);
});

test("back at the record before, everything is published as it was", async () => {
  const before = walked.get(REAL);
  expect(await goOn(REAL)).toEqual(before);
});
