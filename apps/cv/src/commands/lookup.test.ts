import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPeer, type Peer } from "../testing/peer.ts";
import { runHere } from "../testing/run-here.ts";

const RECORDINGS = join(import.meta.dirname, "../lookup/recordings");

const ROUTES: Record<string, string> = {
  "/doi.org/10.5555/example.hats": "crossref-hats.json",
  "/doi.org/10.5555/EXAMPLE.HATS": "crossref-hats.json",
  "/doi.org/10.48550/arXiv.2203.00001": "datacite-knots.json",
  "/openlibrary.org/api/books?bibkeys=ISBN:9780306406157&format=json&jscmd=data":
    "open-library-hats.json",
  "/openlibrary.org/api/books?bibkeys=ISBN:9780000000002&format=json&jscmd=data":
    "open-library-nothing.json",
  "/dblp.org/pid/12/3456.bib?param=1": "dblp-person.bib",
  "/dblp.org/rec/conf/excon/TestwellL24.bib?param=1": "dblp-person.bib",
  "/pub.orcid.org/v3.0/0000-0000-0000-001X/record": "orcid-record.json",
  "/api.openalex.org/works/W4400000001": "openalex-page-1.json",
  "/api.openalex.org/works?filter=author.orcid%3A0000-0000-0000-001X&per-page=200&cursor=*":
    "openalex-page-1.json",
  "/api.openalex.org/works?filter=author.orcid%3A0000-0000-0000-001X&per-page=200&cursor=IlsxMDAuMF0i":
    "openalex-page-2.json",
};

let base = "";
let peer: Peer;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-lookup-"));
  peer = await openPeer(async (url) => {
    const file = ROUTES[url];
    return file === undefined ? file : { body: await readFile(join(RECORDINGS, file), "utf8") };
  });
});
afterAll(async () => {
  await peer.close();
  await rm(base, { recursive: true, force: true });
});
beforeEach(() => {
  peer.asked.splice(0);
});

function run(args: string[], env: Record<string, string> = {}) {
  return runHere(args, {
    cwd: base,
    env: {
      NO_COLOR: "1",
      FORCE_COLOR: undefined,
      CV_DIR: undefined,
      TRIPTYCH_DIR: join(base, "state"),
      CV_LOOKUP: peer.base,
      ...env,
    },
  });
}

/** A place on which nobody listens. */
async function findClosedPlace(): Promise<string> {
  const other = await openPeer(() => undefined);
  await other.close();
  return other.base;
}

async function makeRecord(name: string, more = ""): Promise<string> {
  const folder = join(base, name);
  await mkdir(folder);
  await writeFile(
    join(folder, "profile.yaml"),
    `profile:\n  name: Exemplia Testwell\n  orcid: 0000-0000-0000-001X\n${more}`,
  );
  return folder;
}

test("add looks works up by DOI, arXiv identifier and ISBN, and does not ask twice", async () => {
  const folder = await makeRecord("add");
  const { code, stdout } = await run([
    "add",
    "10.5555/example.hats",
    "https://arxiv.org/abs/2203.00001v1",
    "978-0-306-40615-7",
    "--dir",
    "add",
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    "3 entries read, 3 added, 0 merged, 0 known already, 0 left out\nWritten: venues.yaml, people.yaml, publications.yaml.\n",
  );
  expect(await readFile(join(folder, "publications.yaml"), "utf8")).toBe(`publications:
  - id: matching-hats-gloves
    title: Matching Hats & Gloves
    authors: [ Exemplia Testwell, Tim van der Lee, The Hat Consortium ]
    appearances:
      - kind: conference
        venue: conference-on-examples
        edition: 12
        date: 2024-07-15
        publisher: Example Press
        place: Exampleton Nowhere
        pages: 101-117
        doi: 10.5555/example.hats
  - id: knots-that-untie-themselves
    title: Knots That Untie Themselves
    authors: [ Exemplia Testwell, Zofia Ćwiklińska ]
    appearances:
      - kind: preprint
        venue: arxiv
        date: "2022"
        arxiv: "2203.00001"
    abstract: Knots are untied. We show how.
  - id: hats-through-ages-handbook
    title: "Hats Through the Ages: A Handbook"
    authors: [ Exemplia Testwell, Tim van der Lee ]
    appearances:
      - kind: book
        date: 2019-03
        publisher: Example Press
        place: Exampleton
        isbn: "9780306406157"
`);
  expect(peer.asked).toEqual([
    "/doi.org/10.5555/example.hats",
    "/doi.org/10.48550/arXiv.2203.00001",
    "/openlibrary.org/api/books?bibkeys=ISBN:9780306406157&format=json&jscmd=data",
  ]);
  const again = await run(["add", "10.5555/example.hats", "--dir", "add"]);
  expect(again.stdout).toContain("1 known already, 0 left out\nNothing had to be changed.\n");
  expect(peer.asked).toHaveLength(3);
});

test("add tells what is not known, what is no identifier, and what the record has no kind for; nothing is changed", async () => {
  const folder = await makeRecord("unknown");
  expect(await run(["add", "10.5555/nothing", "--dir", "unknown"])).toEqual({
    code: 1,
    stdout: "",
    stderr: "10.5555/nothing is not known there; nothing was changed.\n",
  });
  expect(await run(["add", "hats", "--dir", "unknown"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("hats is no DOI"),
  });
  const book = await run(["add", "978-0-00-000000-2", "--dir", "unknown"]);
  expect(book).toMatchObject({
    code: 1,
    stderr: "978-0-00-000000-2 is not known there; nothing was changed.\n",
  });
  expect(await readdir(folder)).toEqual(["profile.yaml"]);
});

test("without a connection one sentence says so, and nothing is changed", async () => {
  const folder = await makeRecord("offline");
  const dead = { CV_LOOKUP: await findClosedPlace() };
  const sentence = "There is no connection to doi.org (ECONNREFUSED); nothing was changed.\n";
  expect(await run(["add", "10.5555/offline", "--dir", "offline"], dead)).toEqual({
    code: 3,
    stdout: "",
    stderr: sentence,
  });
  expect(await run(["sync", "orcid", "--dir", "offline", "--yes"], dead)).toMatchObject({
    code: 3,
    stderr: sentence.replace("doi.org", "pub.orcid.org"),
  });
  await writeFile(join(base, "dois.txt"), "# mine\n10.5555/offline\n");
  expect(await run(["import", "dois.txt", "--dir", "offline"], dead)).toEqual({
    code: 3,
    stdout: "",
    stderr: sentence,
  });
  const left = await run(["import", "dois.txt", "--dir", "offline", "--offline"], dead);
  expect(left).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(
      "it names no authors and was not looked up; add 10.5555/offline does",
    ),
  });
  expect(await readdir(folder)).toEqual(["profile.yaml"]);
});

test("a list of DOIs becomes a record", async () => {
  await writeFile(
    join(base, "list.txt"),
    "10.5555/example.hats\narXiv:2203.00001\n10.5555/nothing\n",
  );
  const { code, stdout } = await run([
    "init",
    "list",
    "--from",
    "list.txt",
    "--name",
    "Exemplia Testwell",
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    "left out  list.txt  10.5555/nothing (line 3)  10.5555/nothing is not known at doi.org\ndropped  doi.org  https://doi.org/10.48550/arxiv.2203.00001 (line 1)  version: the record has no place for it\n3 entries read, 2 added, 0 merged, 0 known already, 1 left out\n",
  );
  expect((await run(["check", "list"])).stdout).toContain("valid: 2 publications");
});

test("sync shows what is new, adds it when that is accepted, and then has nothing to do", async () => {
  const folder = await makeRecord("sync");
  const shown = await run(["sync", "openalex", "--dir", "sync"]);
  expect(shown).toMatchObject({ code: 0, stderr: "" });
  expect(shown.stdout).toContain("new  Matching Hats & Gloves\nnew  Knots That Untie Themselves\n");
  expect(shown.stdout).toContain("Nothing was written, as asked.\nTo add all of this: --yes.\n");
  expect(await readdir(folder)).toEqual(["profile.yaml"]);
  expect((await run(["sync", "openalex", "--dir", "sync", "--yes"])).stdout).toContain("2 added");
  expect((await run(["sync", "openalex", "--dir", "sync", "--yes"])).stdout).toContain(
    "Nothing had to be changed.",
  );
  const dblp = await run(["sync", "dblp", "--dir", "sync", "--id", "12/3456", "--yes"]);
  expect(dblp.stdout).toContain(
    "merged  dblp.org  DBLP:conf/excon/TestwellL24 (line 1)  matching-hats-gloves: edition, series, publisher, place, volume\n",
  );
  expect(dblp.stdout).not.toContain("left out  ");
  expect((await run(["sync", "dblp", "--dir", "sync"])).stderr).toContain(
    "The profile has no link to dblp",
  );
});

test("sync orcid takes over posts, degrees, awards and reviews, and looks works up by their DOIs", async () => {
  const folder = await makeRecord("orcid");
  const { code, stdout } = await run(["sync", "orcid", "--dir", "orcid", "--yes"]);
  expect(code).toBe(0);
  for (const line of [
    "left out  orcid.org  18 (line",
    "a position needs a title, an institution and a date",
    "a membership needs a body and a date",
    "“Example Press” convened the review; the name of the journal is not in the record",
  ])
    expect(stdout).toContain(line);
  expect((await run(["check", "orcid"])).stdout).toContain("valid: 1 publication");
  expect(await readFile(join(folder, "education.yaml"), "utf8")).toBe(`education:
  - degree: PhD
    institution: { name: University of Example, unit: Department of Hats, place: "Exampleton, NL" }
    period: { start: 2017-09-01, end: 2021-06 }
`);
  expect(await readFile(join(folder, "positions.yaml"), "utf8")).toContain(
    'period: { start: "2023", end: present }',
  );
  expect((await run(["sync", "orcid", "--dir", "orcid", "--yes"])).stdout).toContain(
    "Nothing had to be changed.",
  );
  const address = ["--id", "https://orcid.org/0000-0000-0000-001x"];
  expect((await run(["sync", "orcid", "--dir", "orcid", "--yes", ...address])).stdout).toContain(
    "Nothing had to be changed.",
  );
  expect(await run(["sync", "orcid", "--dir", "orcid", "--id", "me"])).toMatchObject({
    code: 2,
    stderr: "me holds no ORCID iD such as 0000-0002-1825-0097.\n",
  });
});
