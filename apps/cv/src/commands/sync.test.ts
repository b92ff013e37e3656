import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPeer, type Peer, type PeerAnswer } from "../testing/peer.ts";
import { runHere } from "../testing/run-here.ts";

const RECORDINGS = join(import.meta.dirname, "../lookup/recordings");
const ORCID = "0000-0000-0000-001X";
const CROSSREF = "/api.crossref.org/works?filter=orcid%3A0000-0000-0000-001X&rows=100&cursor=*";
const ARXIV = "/arxiv.org/a/testwell_e_1.atom2";
const ZOTERO = "/api.zotero.org/users/12345/publications/items?format=csljson&limit=100&start=0";
const OPENALEX = `/api.openalex.org/works?filter=author.orcid%3A${ORCID}&per-page=200&cursor=*`;

const RECORDED: Record<string, string> = {
  [CROSSREF]: "crossref-author.json",
  [ARXIV]: "arxiv-author.xml",
  [ZOTERO]: "zotero-page-1.json",
  [OPENALEX]: "openalex-page-1.json",
  [OPENALEX.replace("*", "IlsxMDAuMF0i")]: "openalex-page-2.json",
  "/dblp.org/pid/12/3456.bib?param=1": "dblp-person.bib",
  [`/pub.orcid.org/v3.0/${ORCID}/record`]: "orcid-record.json",
  "/doi.org/10.5555/example.hats": "crossref-hats.json",
  "/doi.org/10.5555/EXAMPLE.HATS": "crossref-hats.json",
};

const LINKS = `  links:
    - { site: dblp, url: https://dblp.org/pid/12/3456.html }
    - { site: arxiv, url: https://arxiv.org/a/testwell_e_1 }
    - { site: zotero, url: https://www.zotero.org/users/12345 }
`;

let base = "";
let peer: Peer;
/** What the peer answers in place of a recording. */
let instead = new Map<string, PeerAnswer>();
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-sync-"));
  peer = await openPeer(async (url) => {
    const said = [...instead].find(([part]) => url.includes(part))?.[1];
    const file = RECORDED[url];
    if (said !== undefined || file === undefined) return said;
    return { body: await readFile(join(RECORDINGS, file), "utf8") };
  });
});
afterEach(() => {
  instead = new Map();
  peer.asked.splice(0);
});
afterAll(async () => {
  await peer.close();
  await rm(base, { recursive: true, force: true });
});

const sync = (folder: string, ...args: string[]) =>
  runHere(["sync", ...args, "--dir", folder, "--refresh"], {
    cwd: base,
    env: {
      NO_COLOR: "1",
      FORCE_COLOR: undefined,
      CV_DIR: undefined,
      TRIPTYCH_DIR: join(base, "state"),
      CV_LOOKUP: peer.base,
    },
  });

async function makeRecord(name: string, links = LINKS, orcid = `  orcid: ${ORCID}\n`) {
  await mkdir(join(base, name));
  await writeFile(
    join(base, name, "profile.yaml"),
    `profile:\n  name: Exemplia Testwell\n  aliases: [ E. Testwell ]\n${orcid}${links}`,
  );
  return (file: string) => readFile(join(base, name, file), "utf8");
}

test("all sources of which the record says who the owner is there become one record", async () => {
  const read = await makeRecord("all");
  const { code, stdout, stderr } = await sync("all", "--yes");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const works = await read("publications.yaml");
  expect([...works.matchAll(/^ {4}title: "?(.*?)"?$/gm)].map(([, title]) => title)).toEqual([
    "On the Length of Scarves",
    "Matching Hats & Gloves",
    "Knots That Untie Themselves",
    "Buttons, a Survey",
    "Early Strings",
  ]);
  // arXiv calls the preprint otherwise and says what it has appeared as.
  expect(works).toContain('arxiv: "2305.00002"');
  expect(stdout).toContain(
    "retracted  crossref.org  10.5555/example.scarves (line 29)  it was retracted by 10.5555/example.scarves.notice\n",
  );
  expect(stdout).toContain("retracted  arxiv.org  math/0601001v1 (line 33)  it was withdrawn");
  expect(stdout).toContain("it is the notice that retracts 10.5555/example.scarves\n");
  expect(stdout).toContain("it has appeared in J. Ex. 1 (2007) 1-9; enter where, and its DOI");
  expect((await sync("all", "--yes")).stdout).toContain("Nothing had to be changed.");
});

test("what the owner wrote stays, and is asked about by its DOI", async () => {
  const read = await makeRecord("mine", "", "");
  const mine = `publications:
  - id: scarves
    title: Scarves
    authors: [ Exemplia Testwell ]
    appearances:
      - { kind: journal, venue: jex, date: 2025-12, status: accepted, doi: 10.5555/example.scarves }
venues:
  - { id: jex, name: Jnl of Exs, kind: journal }
`;
  await writeFile(join(base, "mine/works.yaml"), mine);
  const asked = CROSSREF.replace(/orcid%3A[\dX-]+/, "doi%3A10.5555%2Fexample.scarves");
  RECORDED[asked] = "crossref-author.json";
  expect(await sync("mine", "--yes")).toMatchObject({ code: 0 });
  expect(peer.asked).toEqual([asked]);
  const works = await read("works.yaml");
  for (const kept of ["title: Scarves", "date: 2025-12", "status: accepted", "Jnl of Exs"])
    expect(works).toContain(kept);
  for (const added of ['volume: "7"', "pages: 33-48"]) expect(works).toContain(added);
});

test("a source that is away, busy, broken or does not know the owner keeps none of the others", async () => {
  await makeRecord("some");
  instead = new Map<string, PeerAnswer>([
    ["/api.crossref.org", { status: 429, headers: { "retry-after": "3600" } }],
    ["/dblp.org", { body: "<html>Down for a while</html>" }],
    [ARXIV, { body: "<html>Captcha</html>" }],
    [ZOTERO, { status: 404 }],
    [OPENALEX, { status: 403, body: "{}" }],
  ]);
  const { code, stdout, stderr } = await sync("some", "--yes");
  expect(code).toBe(1);
  expect(stderr.split("\n")).toEqual([
    "api.crossref.org did not give your works: status 429; it asks to be left alone for 60 min; the others go on.",
    "arxiv.org did not give your works: its answer cannot be read, it is no Atom feed; the others go on.",
    "zotero does not know who you are; the others go on.",
    "api.openalex.org did not give your works: status 403; the others go on.",
    "",
  ]);
  expect(stdout).toContain("new  Matching Hats & Gloves\n");
  expect(peer.asked.filter((url) => url.startsWith("/api.crossref.org"))).toHaveLength(1);
});

test("a list of several pages is read to its end or not at all; an empty one is no fault", async () => {
  await makeRecord("pages");
  const item = (id: number) => ({
    id: `12345/${id}`,
    type: "article-journal",
    title: `Button ${id}`,
    "container-title": "Journal of Examples",
    author: [{ family: "Testwell", given: "Exemplia" }],
    issued: { "date-parts": [["2020"]] },
  });
  const page = (from: number, count: number) => ({
    body: JSON.stringify({ items: Array.from({ length: count }, (_, at) => item(from + at)) }),
  });
  instead = new Map([
    ["&start=0", page(0, 100)],
    ["&start=100", page(100, 3)],
  ]);
  expect((await sync("pages", "zotero")).stdout).toContain("103 entries read, 103 added");
  instead.set("&start=100", { status: 403 });
  expect(await sync("pages", "zotero", "--yes")).toEqual({
    code: 1,
    stdout: "",
    stderr: "api.zotero.org did not give your works: status 403; nothing was changed.\n",
  });
  expect(await readdir(join(base, "pages"))).toEqual(["profile.yaml"]);
  instead = new Map([["&start=0", { body: '{"items":[]}' }]]);
  expect(await sync("pages", "zotero")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("0 entries read, 0 added"),
  });
});

test("who the owner is must be said for one source, by the record or once", async () => {
  await makeRecord("nobody", "", "");
  expect(await sync("nobody", "zotero")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("The profile has no link to zotero such as"),
  });
  expect(await sync("nobody")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("The profile has no link to dblp such as"),
  });
  expect(await sync("nobody", "--id", "12/3456")).toMatchObject({
    code: 2,
    stderr: "--id says who you are at one source; name that source.\n",
  });
  expect(await sync("nobody", "nowhere")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Known are crossref, dblp, arxiv, orcid, zotero, openalex."),
  });
  expect(peer.asked).toEqual([]);
  await sync("nobody", "arxiv", "--id", "testwell_e_1");
  await sync("nobody", "zotero", "--id", "groups/77");
  expect(peer.asked).toEqual([
    ARXIV,
    "/doi.org/10.5555/example.hats",
    "/api.zotero.org/groups/77/items/top?format=csljson&limit=100&start=0",
  ]);
});

test("the report says what is new, appeared, retracted, dead and not taken; nothing new leaves it as it was", async () => {
  const links = `  links:
    - { site: website, url: https://example.org/gone }
    - { site: github, url: https://example.org/robots }
    - { site: arxiv, url: https://arxiv.org/a/testwell_e_1 }
`;
  await makeRecord("report", links);
  await writeFile(
    join(base, "report/works.yaml"),
    `publications:
  - id: hats-and-gloves
    title: Hats and Gloves, Matched
    authors: [ Exemplia Testwell, Tim van der Lee, The Hat Consortium ]
    appearances:
      - { kind: preprint, venue: arxiv, date: 2023-05-01, arxiv: "2305.00002" }
  - id: scarves
    title: On the Length of Scarves
    authors: [ Exemplia Testwell ]
    appearances:
      - { kind: journal, venue: jex, date: "2026", status: accepted }
venues:
  - { id: arxiv, name: arXiv, kind: repository }
  - { id: jex, name: Journal of Examples, kind: journal }
`,
  );
  instead = new Map<string, PeerAnswer>([
    ["/example.org/robots", { status: 403 }],
    ["/orcid.org/0000", {}],
    ["/arxiv.org/abs/", {}],
  ]);
  RECORDED["/arxiv.org/a/testwell_e_1"] = "arxiv-author.xml";
  const args = ["crossref", "arxiv", "--report", "news.md"];
  const written = await sync("report", ...args, "--links", "--yes");
  expect(written).toMatchObject({ code: 0, stderr: "news.md says what is new.\n" });
  expect((await readFile(join(base, "news.md"), "utf8")).split("\n\n").slice(2)).toEqual([
    "## New",
    "- [Knots That Untie Themselves](<https://arxiv.org/abs/2203.00001>) `knots-that-untie-themselves`: arxiv.org\n" +
      "- [Early Strings](<https://arxiv.org/abs/math/0601001>) `early-strings`: arxiv.org",
    "## Appeared since",
    "- [Hats and Gloves, Matched](<https://doi.org/10.5555/example.hats>) `hats-and-gloves`: Conference on Examples, 2024-07-15, 10.5555/example.hats\n" +
      "- [On the Length of Scarves](<https://doi.org/10.5555/example.scarves>) `scarves`: crossref.org: status: the record says accepted, the file published; delete this line if it has appeared",
    "## Retracted",
    "- [On the Length of Scarves](<https://doi.org/10.5555/example.scarves>) `scarves`: crossref.org: it was retracted by 10.5555/example.scarves.notice; crossref.org: 10.5555/example.scarves was retracted\n" +
      "- [Early Strings](<https://arxiv.org/abs/math/0601001>) `early-strings`: arxiv.org: it was withdrawn from arXiv",
    "## Addresses that lead nowhere",
    "- report/profile.yaml:6: https://example.org/gone is answered with 404, not found; find its new address or remove it",
    "## To do by hand",
    "- [Early Strings](<https://arxiv.org/abs/math/0601001>) `early-strings`: arxiv.org: arxiv:journal\\_ref: it has appeared in J. Ex. 1 (2007) 1-9; enter where, and its DOI",
    "## Not taken, and why",
    "- crossref.org: it is the notice that retracts 10.5555/example.scarves: 10.5555/example.scarves.notice",
    "## Sources say otherwise; the record stays",
    "- [Hats and Gloves, Matched](<https://doi.org/10.5555/example.hats>) `hats-and-gloves`: crossref.org: title: the record says Hats and Gloves, Matched, the file Matching Hats & Gloves; the record stays\n",
  ]);
  expect(await readFile(join(base, "report/works.yaml"), "utf8")).toContain("status: accepted");
  await writeFile(join(base, "news.md"), "kept");
  const empty = { body: '{"items":[]}' };
  instead = new Map([["/api.zotero.org", empty]]);
  const quiet = ["zotero", "--id", "users/12345", "--report", "news.md"];
  expect(await sync("report", ...quiet)).toMatchObject({ code: 0, stderr: "" });
  expect(await readFile(join(base, "news.md"), "utf8")).toBe("kept");
  expect(await sync("report", "--report", "nowhere/news.md", "--yes")).toMatchObject({
    code: 2,
    stderr:
      "nowhere/news.md cannot be written: its folder does not exist or is not yours; nothing was changed.\n",
  });
});

test("a work that its owner refused is proposed by no source, under none of its names", async () => {
  const read = await makeRecord("refused");
  await writeFile(
    join(base, "refused/refused.yaml"),
    `refused:
  - { doi: 10.5555/example.SCARVES, date: 2026-11-30, reason: another Testwell }
  - { doi: 10.5555/example.hats, date: 2026-11-30, reason: withdrawn before print }
`,
  );
  const { code, stdout } = await sync("refused", "--yes", "--report", "refused.md");
  expect(code).toBe(0);
  const works = await read("publications.yaml");
  for (const refused of ["Scarves", "Hats", "2305.00002"]) expect(works).not.toContain(refused);
  expect(works).toContain("Buttons, a Survey");
  expect(stdout).toContain("another Testwell");
  const report = await readFile(join(base, "refused.md"), "utf8");
  expect(report.slice(report.indexOf("## Not taken"))).toContain("another Testwell");
  expect(report).not.toContain("## Retracted\n\n- [On the Length");
});
