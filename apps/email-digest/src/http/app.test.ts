import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, SITE_HEADERS, type TestApp } from "../testing/test-app.ts";
import { SECRET } from "../testing/test-service.ts";
import { unsubscribeToken } from "../subscribers/token.ts";

let it: TestApp;
let folder: string;
let site: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-site-"));
  site = join(folder, "site");
  await mkdir(site);
  await writeFile(join(site, "index.html"), "<p>home</p>");
  await writeFile(join(site, "404.html"), "<p>lost</p>");
  await writeFile(join(site, "a.css"), "p{color:red}");
  await writeFile(join(site, "a.css.br"), "not really");
  await writeFile(join(site, "feed.xml"), "<feed/>");
  await writeFile(join(site, "feed.xml.gz"), "packed");
  await writeFile(join(site, "_headers"), "/feed.xml\n  Content-Type: application/atom+xml\n");
  await mkdir(join(site, "digest"));
  await writeFile(join(site, "digest", "index.html"), "<p>sign up</p>");
  await writeFile(join(folder, "outside.txt"), "secret");
  it = await openTestApp({ site });
});
afterAll(async () => {
  await it.close();
  await rm(folder, { recursive: true });
});

test("the newest edition has an address of its own, which leads to the archive while there is none", async () => {
  const leadsTo = async () => {
    const response = await it.app.request("/digest/editions/latest");
    expect(response.status).toBe(302);
    return response.headers.get("location");
  };
  expect(await leadsTo()).toBe("/digest/editions");
  const edition = (subject: string) => ({
    subject,
    summary: "1 new paper",
    html: `<p>${subject}</p>`,
    text: subject,
    hash: subject,
    created_at: it.service.now(),
  });
  const made = await it.service.db
    .insertInto("editions")
    .values([edition("One"), edition("Two")])
    .returning("number")
    .execute();
  expect(await leadsTo()).toBe(`/digest/editions/${Math.max(...made.map(({ number }) => number))}`);
  expect(await (await it.app.request((await leadsTo()) ?? "")).text()).toBe("<p>Two</p>");
  await it.service.db.deleteFrom("editions").execute();
});

describe("the site", () => {
  test("is handed out with the seal's headers, packed where that is understood", async () => {
    const home = await it.app.request("/");
    expect(await home.text()).toBe("<p>home</p>");
    expect(home.headers.get("content-security-policy")).toBe(
      SITE_HEADERS["Content-Security-Policy"],
    );
    const packed = await it.app.request("/a.css", { headers: { "Accept-Encoding": "br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect((await it.app.request("/a.css")).headers.get("content-encoding")).toBeNull();
  });

  test("has the types that its own list of headers names, packed or not", async () => {
    expect((await it.app.request("/feed.xml")).headers.get("content-type")).toBe(
      "application/atom+xml",
    );
    const packed = await it.app.request("/feed.xml", { headers: { "Accept-Encoding": "gzip" } });
    expect([
      packed.headers.get("content-type"),
      packed.headers.get("content-encoding"),
      await packed.text(),
    ]).toEqual(["application/atom+xml", "gzip", "packed"]);
  });

  test("has its page about the digest found and kept, unlike the pages of the service beside it", async () => {
    const page = await it.app.request("/digest/");
    expect(await page.text()).toBe("<p>sign up</p>");
    expect([page.headers.get("x-robots-tag"), page.headers.get("cache-control")]).toEqual([
      null,
      "public, max-age=300, must-revalidate",
    ]);
    for (const path of [
      "/digest/subscribe",
      "/digest/manage",
      "/digest/manage/x",
      "/digest/manage/x/erase",
      "/digest/confirm/x",
      "/digest/unsubscribe/x",
    ]) {
      const { headers } = await it.app.request(path);
      expect([headers.get("x-robots-tag"), headers.get("cache-control")], path).toEqual([
        "noindex",
        "no-store",
      ]);
    }
  });

  test("is not handed out again to whoever has it, by tags of its bytes, and claims no time of change", async () => {
    const ask = (headers: Record<string, string>, path = "/a.css", method = "GET") =>
      it.app.request(path, { method, headers });
    const first = await ask({});
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get("last-modified")).toBeNull();
    const packed = (await ask({ "Accept-Encoding": "br" })).headers.get("etag");
    expect(packed).not.toBe(tag);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, `W/"a,b" ,W/${tag}`, "*"])
      for (const method of ["GET", "HEAD"]) {
        const again = await ask({ "If-None-Match": known }, "/a.css", method);
        expect([again.status, again.headers.get("etag")], `${method} ${known}`).toEqual([304, tag]);
        expect(again.headers.get("cache-control")).toBe("public, max-age=300, must-revalidate");
        expect(again.headers.has("content-security-policy")).toBe(true);
        expect(await again.text()).toBe("");
      }
    for (const other of ['"x"', packed ?? "", tag.slice(0, -1), tag.toUpperCase()])
      expect((await ask({ "If-None-Match": other })).status, other).toBe(200);
    const same = await ask({ "If-None-Match": packed ?? "", "Accept-Encoding": "br" });
    expect([same.status, same.headers.get("vary")]).toEqual([304, "Accept-Encoding"]);
    const head = await ask({}, "/a.css", "HEAD");
    expect([head.status, head.headers.get("etag")]).toEqual([200, tag]);
    expect((await ask({ "If-None-Match": "*" }, "/nothing")).status).toBe(404);
  });

  test("gives a part under the tag of the whole, and the whole where the part may be of another", async () => {
    const ask = (headers: Record<string, string>) => it.app.request("/a.css", { headers });
    const tag = (await ask({})).headers.get("etag") ?? "";
    const part = await ask({ Range: "bytes=0-2" });
    expect([part.status, part.headers.get("etag"), await part.text()]).toEqual([206, tag, "p{c"]);
    const whole = await ask({ Range: "bytes=0-2", "If-Range": '"old"' });
    expect([whole.status, await whole.text()]).toEqual([200, "p{color:red}"]);
  });

  test("has another tag once its bytes are others, and the same when the same are published again", async () => {
    const tagOf = async () => (await it.app.request("/changing.txt")).headers.get("etag");
    const publish = async (text: string) => {
      await writeFile(join(folder, "draft"), text);
      await rename(join(folder, "draft"), join(site, "changing.txt"));
      return tagOf();
    };
    const [one, other, again] = [await publish("one"), await publish("two"), await publish("one")];
    expect(one).not.toBe(other);
    expect(again).toBe(one);
  });

  test.each([
    "/_headers",
    "/nothing",
    "/../outside.txt",
    "/..%2foutside.txt",
    "/%2e%2e/outside.txt",
    "/a.css%00",
    "//etc/passwd",
    "/digest/editions/99",
    "/dev/mail",
  ])("%s is not there", async (path) => {
    const response = await it.app.request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });
});

test("mails that are written to files are read over HTTP only where nobody else could", async () => {
  for (const [showsMail, status] of [
    [true, 200],
    [false, 404],
  ] as const) {
    const other = await openTestApp({ site, mailFolder: folder, showsMail });
    for (const path of ["/dev/mail", "/dev/preview"])
      expect((await other.app.request(path)).status, path).toBe(status);
    await other.close();
  }
});

test("logs hold neither addresses nor tokens", async () => {
  const id = await it.ask("logged@example.org");
  const token = unsubscribeToken(SECRET, id);
  await it.app.request(`/digest/unsubscribe/${token}`);
  const text = JSON.stringify(it.lines);
  expect(it.lines.length).toBeGreaterThan(10);
  expect(text).not.toContain("logged@");
  expect(text).not.toContain(token);
});
