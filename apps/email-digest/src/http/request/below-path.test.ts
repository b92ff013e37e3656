import { Cv } from "@triptych/schema";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";

// The path is also the one of a page, which must lead to no confusion.
const BASE = "/%7Eada/digest";

let it: TestApp;
let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "triptych-site-"));
  await mkdir(join(site, "digest"));
  await writeFile(join(site, "digest", "index.html"), `<a href="${BASE}/cv/">sign up</a>`);
  await writeFile(join(site, "404.html"), `<a href="${BASE}/">lost</a>`);
  await writeFile(join(site, "feed.xml"), "<feed/>");
  await writeFile(
    join(site, "_headers"),
    `${BASE}/feed.xml\n  Content-Type: application/atom+xml\n`,
  );
  const settings = { url: "https://site.example/%7Eada/digest/" };
  it = await openTestApp({
    cv: Cv.parse({ profile: { name: "Ada Example" }, settings }),
    site,
  });
});
afterAll(async () => {
  await it.close();
  await rm(site, { recursive: true });
});

const textOf = async (path: string) => (await it.app.request(path)).text();
/** Every address in a page, a style sheet or a letter that begins at the host. */
const addressesIn = (text: string) =>
  [...text.matchAll(/(?:href="|src="|action="|url\(")(\/[^"]*)"/g)].map(([, found = ""]) => found);

test("pages, forms and styles of the service name addresses below the path", async () => {
  for (const page of ["/digest/editions", "/digest/next", "/digest/manage", "/digest/privacy"]) {
    const found = addressesIn(await textOf(`${BASE}${page}`));
    expect(found, page).toContain(`${BASE}/digest/style.css`);
    expect(
      found.filter((address) => !address.startsWith(`${BASE}/`)),
      page,
    ).toEqual([]);
  }
  expect(addressesIn(await textOf(`${BASE}/digest/style.css`))).toContain(
    `${BASE}/fonts/serif.woff2`,
  );
});

test("pages of the site are handed out as they were built", async () => {
  expect(addressesIn(await textOf(`${BASE}/digest/`))).toEqual([`${BASE}/cv/`]);
  expect(addressesIn(await textOf(`${BASE}/nowhere`))).toEqual([`${BASE}/`]);
  const feed = await it.app.request(`${BASE}/feed.xml`);
  expect(feed.headers.get("content-type")).toContain("atom");
});

test("redirects stay below the path, and the root leads there", async () => {
  const leadsTo = async (path: string) => (await it.app.request(path)).headers.get("location");
  expect(await leadsTo("/")).toBe(`${BASE}/`);
  expect(await leadsTo(BASE)).toBe(`${BASE}/`);
  expect(await leadsTo(`${BASE}/digest/editions/latest`)).toBe(`${BASE}/digest/editions`);
  expect(await leadsTo(`${BASE}/digest/manage/`)).toBe(`${BASE}/digest/manage`);
});

test("a form is taken below the path alone, and mails lead back there", async () => {
  expect((await it.post("/digest/subscribe", { email: "a@reader.example" })).status).toBe(404);
  expect((await it.post(`${BASE}/digest/subscribe`, { email: "a@reader.example" })).status).toBe(
    200,
  );
  expect(it.service.addresses.unsubscribe("T")).toBe(
    "https://site.example/%7Eada/digest/digest/unsubscribe/T",
  );
  expect((await it.app.request("/healthz")).status).toBe(200);
});

const LINKS = /<a [^>]*href="([^"]*)"/g;

test("a service elsewhere leads to the site for what is the site's", async () => {
  const elsewhere = await openTestApp({
    cv: Cv.parse({
      profile: { name: "Ada Example" },
      settings: {
        url: "https://site.example/cv/",
        digest: { service: "https://digest.example/lists" },
      },
    }),
    site,
  });
  try {
    const page = await (await elsewhere.app.request("/lists/digest/editions")).text();
    const links = [...page.matchAll(LINKS)].map(([, address]) => address);
    expect(links).toContain("https://site.example/cv/publications/");
    expect(links).toContain("https://site.example/cv/digest/");
    expect(links).toContain("/lists/digest/manage");
    expect(page).toContain('src="/lists/assets/site.js"');
    const { addresses } = elsewhere.service;
    expect(addresses.work("one")).toBe("https://site.example/cv/publications/one/");
    expect(addresses.confirm("T")).toBe("https://digest.example/lists/digest/confirm/T");
  } finally {
    await elsewhere.close();
  }
});

test("where the record wants no digest, nothing of it answers, and the site does", async () => {
  const without = await openTestApp({
    cv: Cv.parse({ profile: { name: "Ada Example" }, settings: { digest: { service: "none" } } }),
    site,
  });
  try {
    for (const path of ["/digest/subscribe", "/digest/editions", "/digest/manage", "/privacy"])
      expect((await without.app.request(path)).status, path).toBe(404);
    expect((await without.post("/digest/subscribe", { email: "a@reader.example" })).status).toBe(
      404,
    );
    expect((await without.app.request("/feed.xml")).status).toBe(200);
  } finally {
    await without.close();
  }
});
