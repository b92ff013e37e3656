import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Cv, type Work } from "@triptych/schema";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { beforeAll, expect, test } from "vitest";
import { STATE } from "../support/places.ts";
import { listAddresses } from "../support/site-files.ts";

const SITE = join(STATE, "site");
const read = (name: string) => readFile(join(SITE, name), "utf8");

let addresses: Set<string>;
let cv: Cv;

beforeAll(async () => {
  addresses = await listAddresses(SITE);
  cv = Cv.parse(JSON.parse(await read("cv.json")));
});

const isDated = ({ appearances }: Work) => appearances.some(({ date }) => date !== undefined);
const expected = (works: readonly Work[]) =>
  works.map((work) => [
    work.title,
    work.authors.map((author) => (typeof author === "string" ? author : author.name)),
  ]);
const byTitle = <T extends unknown[]>(rows: T[]) =>
  rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

test("an independent reader finds every work in the feeds, in Atom the dated ones, under the same ids", async () => {
  const atom = parseAtomFeed(await read("feed.xml"));
  const json = parseJsonFeed(await read("feed.json"));
  expect(
    byTitle(
      (atom.entries ?? []).map((entry) => [
        entry.title?.value,
        entry.authors?.map(({ name }) => name),
      ]),
    ),
  ).toEqual(byTitle(expected(cv.publications.filter(isDated))));
  expect(
    byTitle((json.items ?? []).map((item) => [item.title, item.authors?.map(({ name }) => name)])),
  ).toEqual(byTitle(expected(cv.publications)));
  const ids = (atom.entries ?? []).map(({ id }) => id);
  const all = (json.items ?? []).map(({ id }) => id);
  expect(new Set(all).size).toBe(cv.publications.length);
  expect(all.slice(0, ids.length)).toEqual(ids);
  for (const entry of atom.entries ?? [])
    expect(entry.updated, entry.id).toMatch(/^(?!1970)\d{4}-\d\d-\d\dT00:00:00Z$/);
});

test("the record is valid against the schema that is published beside it", async () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  expect(
    ajv.validate(JSON.parse(await read("cv.schema.json")), JSON.parse(await read("cv.json"))),
    ajv.errorsText(),
  ).toBe(true);
});

test("every address in llms.txt is there", async () => {
  const links = [...(await read("llms.txt")).matchAll(/\]\((http[^)]+)\)/g)].map(
    ([, url = ""]) => new URL(url).pathname,
  );
  expect(links.length).toBeGreaterThan(cv.publications.length);
  for (const link of links) expect(addresses.has(link), link).toBe(true);
});

test("the icons the manifest names are there", async () => {
  const manifest: { icons: { src: string }[] } = JSON.parse(await read("site.webmanifest"));
  expect(manifest.icons.length).toBeGreaterThan(1);
  for (const { src } of manifest.icons) {
    const { pathname } = new URL(src, "https://scholar.example/site.webmanifest");
    expect(addresses.has(pathname), src).toBe(true);
  }
});
