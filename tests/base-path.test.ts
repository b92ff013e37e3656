import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./support/chromium.ts";
import { ROOT, STATE } from "./support/places.ts";
import { JSX, runNode } from "./support/run.ts";
import { listAddresses, readPages } from "./support/site-files.ts";
import { serveSite } from "./support/site-server.ts";

const FOLDER = join(STATE, "tests", "base-path");
const SERVICE = "https://digest.example/lists";
const HOST = "https://scholar.example";

/** At the root without a digest, below the path with a service elsewhere. */
const record = (url: string, service: string) => ({
  profile: { name: "Ada Example", summary: "Invented for a test of addresses." },
  settings: { url, digest: { service } },
  venues: [{ id: "conf", kind: "conference", name: "Conference of Examples", acronym: "CoE" }],
  publications: ["one", "two"].map((id) => ({
    id,
    title: `A work called ${id}`,
    authors: ["Ada Example", "Ben Ωther"],
    appearances: [{ kind: "conference", venue: "conf", date: "2024-05-01" }],
  })),
  talks: [{ title: "A talk", date: "2024-06" }],
});

/** Builds with the programs of `npm run build -- --out`, in a folder that ends with the path. */
async function build(base: string): Promise<string> {
  const state = join(FOLDER, base === "" ? "root" : base.replaceAll("/", "-"));
  const content = join(state, "content");
  await rm(state, { recursive: true, force: true });
  await mkdir(content, { recursive: true });
  await writeFile(
    join(content, "cv.yaml"),
    JSON.stringify(record(`${HOST}${base}/`, base === "" ? "none" : SERVICE)),
  );
  const env = {
    CV_DIR: content,
    TRIPTYCH_DIR: state,
    TRIPTYCH_RECORD: join(state, "record", "cv.json"),
  };
  for (const [cwd, args] of [
    [ROOT, [join(ROOT, "apps/cv/src/main.ts"), "record", "--out", env.TRIPTYCH_RECORD]],
    [join(ROOT, "apps/pdf"), [...JSX, "src/publish-all.ts", join(state, "pdf")]],
    [join(ROOT, "apps/web"), ["src/build/main.ts"]],
    [join(ROOT, "apps/web"), ["src/build/hand-out.ts", join(state, "to serve", base)]],
  ] as const) {
    const { code, stdout, stderr } = await runNode(args, { cwd, env });
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}\n${stdout}\n${stderr}`);
  }
  return state;
}

/** Everything a visitor reaches from the first page, and what of it went wrong. */
async function walk(browser: Browser, origin: string, base: string) {
  const page = await browser.newPage();
  const wrong: string[] = [];
  const visited = new Set<string>();
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`${page.url()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${page.url()}: ${response.url()} is not there`);
  });
  const queue = [`${origin}${base}/`];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (visited.has(next)) continue;
    visited.add(next);
    if (!next.endsWith("/")) {
      const { status } = await fetch(next);
      if (status !== 200) wrong.push(`${next} is ${status}`);
      continue;
    }
    await page.goto(next);
    const links = await page.$$eval("a[href], link[href]", (all) =>
      all.map((one) => new URL(one.getAttribute("href") ?? "", document.baseURI).href),
    );
    const ids = new Set(await page.$$eval("[id]", (all) => all.map(({ id }) => id)));
    for (const link of links.filter((one) => one.startsWith(origin))) {
      const { pathname, hash } = new URL(link);
      if (!pathname.startsWith(`${base}/`)) wrong.push(`${next} leads to ${pathname}`);
      else if (hash !== "" && `${origin}${pathname}` === next) {
        if (!ids.has(decodeURIComponent(hash.slice(1)))) wrong.push(`${next} lacks ${hash}`);
      }
      // What stands below the sign-up page is answered by the service.
      else if (!pathname.startsWith(`${base}/digest/`) || pathname === `${base}/digest/`)
        queue.push(`${origin}${pathname}`);
    }
  }
  await page.close();
  return { wrong: [...new Set(wrong)], visited };
}

describe.each(["", "/x/y"])("a site at https://scholar.example%s/", (base) => {
  let state: string;
  let site: string;
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    state = await build(base);
    site = join(state, "to serve", base);
    server = await serveSite(join(state, "to serve"), state);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test("every link, asset and fragment leads somewhere below it", async () => {
    const { wrong, visited } = await walk(browser, server.url, base);
    expect(wrong).toEqual([]);
    const pages = (await readPages(site)).filter(({ path }) => path !== "/404.html");
    for (const { path } of pages) expect([...visited]).toContain(`${server.url}${base}${path}`);
  });

  test("the form goes where the record says, or nothing of a digest is there", async () => {
    const pages = await readPages(site);
    const forms = pages.flatMap(({ html }) => html.match(/action="[^"]*subscribe"/g) ?? []);
    if (base === "") {
      const said = pages.filter(({ html }) => /digest|e-mail/i.test(html)).map(({ path }) => path);
      // It explains every setting there is.
      expect(said).toEqual(["/schema/"]);
      expect([...(await listAddresses(site))].filter((path) => path.includes("digest"))).toEqual(
        [],
      );
    } else {
      expect(new Set(forms)).toEqual(new Set([`action="${SERVICE}/digest/subscribe"`]));
      for (const { path, html } of pages)
        expect(html, path).toContain("form-action 'self' https://digest.example;");
    }
  });

  test("what no build has written is not replaced", async () => {
    const own = join(state, "own");
    await mkdir(own, { recursive: true });
    await writeFile(join(own, "thesis.tex"), "mine");
    const handOut = (folder: string) =>
      runNode(["src/build/hand-out.ts", folder], {
        cwd: join(ROOT, "apps/web"),
        env: { TRIPTYCH_DIR: state },
      });
    expect(await handOut(own)).toMatchObject({
      code: 1,
      stderr: `${own} holds files that no build has written; name another folder, or empty this one.\n`,
    });
    expect(await readFile(join(own, "thesis.tex"), "utf8")).toBe("mine");
    expect((await handOut(join(state, "site", "inside"))).code).toBe(1);
    expect((await handOut(site)).code).toBe(0);
  });

  test("what is said of addresses in files is where the files are", async () => {
    const files = await listAddresses(site);
    for (const file of ["sitemap.xml", "robots.txt", "feed.xml", "feed.json", "llms.txt"]) {
      const text = await readFile(join(site, file), "utf8");
      const said = [...text.matchAll(/https:\/\/scholar\.example[^\s"<)]*/g)].map(([one]) => one);
      expect(said.length, file).toBeGreaterThan(0);
      const lost = said.filter(
        (one) =>
          !one.startsWith(`${HOST}${base}/`) || !files.has(one.slice(`${HOST}${base}`.length)),
      );
      expect(lost, file).toEqual([]);
    }
    for (const { path, html } of await readPages(site)) {
      const [, picture = ""] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
      if (path !== "/404.html")
        expect(files.has(picture.slice(`${HOST}${base}`.length)), `${path} ${picture}`).toBe(true);
    }
    const manifest: { start_url: string; icons: { src: string }[] } = JSON.parse(
      await readFile(join(site, "site.webmanifest"), "utf8"),
    );
    for (const address of [manifest.start_url, ...manifest.icons.map(({ src }) => src)]) {
      const { pathname } = new URL(address, `${HOST}${base}/site.webmanifest`);
      expect(files.has(pathname.slice(base.length)), address).toBe(true);
    }
  });
});
