import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFreePort } from "../support/free-port.ts";
import { STATE } from "../support/places.ts";

const HOSTING = join(STATE, "site-hosting");
const SITE = join(STATE, "site");

function isPresent(program: string, question: string): boolean {
  try {
    execFileSync(program, [question], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

interface Ports {
  own: number;
  /** Where the digest service listens. */
  service: number;
}

interface Host {
  /**
   * Writes the host's settings into the folder; returns the arguments to start it with, in the
   * foreground.
   */
  configure: (folder: string, ports: Ports) => Promise<string[]>;
  question: string;
}

const HOSTS: Record<string, Host> = {
  nginx: {
    question: "-v",
    configure: async (folder, { own, service }) => {
      const written = await readFile(join(HOSTING, "nginx-server.conf"), "utf8");
      await writeFile(
        join(folder, "server.conf"),
        written.replace("127.0.0.1:3000", `127.0.0.1:${service}`),
      );
      const server = `server { listen 127.0.0.1:${own}; root ${join(folder, "site")}; include ${join(folder, "server.conf")}; }`;
      const http = `http { access_log off; include /etc/nginx/mime.types; include ${join(HOSTING, "nginx-http.conf")}; ${server} }`;
      // As root its workers would be somebody who may not read the folder.
      const user = process.getuid?.() === 0 ? "user root;" : "";
      await writeFile(
        join(folder, "nginx.conf"),
        `${user} daemon off; pid ${join(folder, "pid")}; error_log stderr; events { } ${http}`,
      );
      return ["-p", folder, "-c", join(folder, "nginx.conf")];
    },
  },
  caddy: {
    question: "version",
    configure: async (folder, { own, service }) => {
      const written = await readFile(join(HOSTING, "Caddyfile"), "utf8");
      const block = written
        .replace("site.example", `http://127.0.0.1:${own}`)
        .replace("/path/to/the/site", join(folder, "site"))
        .replace("127.0.0.1:3000", `127.0.0.1:${service}`);
      await writeFile(join(folder, "Caddyfile"), `{\n  admin off\n  auto_https off\n}\n${block}`);
      return ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
    },
  },
};

async function waitUntilServed(url: string): Promise<void> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nobody answers at ${url}; are the settings refused?`);
}

/**
 * Headers of an answer by which the service differs from the site, as it gives them on a page of
 * one reader.
 */
const OWN_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "content-type": "text/html; charset=UTF-8",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Stands for the digest service: the same answer at every address but one that it does not know.
 */
function serveStub(port: number): Promise<Server> {
  const server = createServer(({ url = "" }, response) =>
    response.writeHead(url.endsWith("/none") ? 404 : 200, OWN_HEADERS).end("the service"),
  );
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}

/** What a host adds to every answer by itself. */
const OF_THE_HOST = new Set([
  "alt-svc",
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "server",
  "transfer-encoding",
  "vary",
  "via",
]);

// The servers are no part of every system; where they are, the settings written for them are tried
// out.
describe.each(Object.entries(HOSTS))("%s with the settings the seal wrote", (program, host) => {
  let [folder, url] = ["", ""];
  let server: ChildProcess;
  let service: Server;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "hosting-"));
    await cp(SITE, join(folder, "site"), { recursive: true });
    const behind = await findFreePort();
    service = await serveStub(behind);
    const ports = { own: await findFreePort(), service: behind };
    url = `http://127.0.0.1:${ports.own}`;
    server = spawn(program, await host.configure(folder, ports), {
      stdio: "ignore",
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    });
    await waitUntilServed(url);
  });
  afterEach(async () => {
    const ended = new Promise((done) => server.on("exit", done));
    server.kill();
    await ended;
    await new Promise((done) => service.close(done));
    await rm(folder, { recursive: true });
  });

  const isHere = isPresent(program, host.question);

  test.runIf(isHere)(
    "answers with the policy, the right types, finished encodings and the page for what is not there",
    async () => {
      const headers: Record<string, string> = JSON.parse(
        await readFile(join(STATE, "site-headers.json"), "utf8"),
      );
      const expected: [string, number, string][] = [
        ["/", 200, "text/html"],
        ["/publications/", 200, "text/html"],
        ["/cv.pdf", 200, "application/pdf"],
        ["/cv.json", 200, "application/json"],
        ["/feed.xml", 200, "application/atom+xml"],
        ["/feed.json", 200, "application/feed+json"],
        ["/publications.bib", 200, "application/x-bibtex"],
        ["/publications.ris", 200, "application/x-research-info-systems"],
        ["/publications.csl.json", 200, "application/vnd.citationstyles.csl+json"],
        ["/site.webmanifest", 200, "application/manifest+json"],
        ["/digest/", 200, "text/html"],
        ["/nothing-here/", 404, "text/html"],
      ];
      for (const [path, status, type] of expected) {
        const answer = await fetch(url + path);
        const body = await answer.text();
        expect([path, answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([
          path,
          status,
          type,
        ]);
        for (const [name, value] of Object.entries(headers))
          expect(answer.headers.get(name), `${path} ${name}`).toBe(value);
        if (status === 404) expect(body).toBe(await readFile(join(SITE, "404.html"), "utf8"));
      }
      const list = await fetch(`${url}/publications/`, { headers: { "accept-encoding": "gzip" } });
      expect(list.headers.get("content-encoding")).toBe("gzip");
      expect(await list.text()).toBe(await readFile(join(SITE, "publications/index.html"), "utf8"));
      for (const path of ["/_headers", "/index.html.br", "/publications/index.html.gz"])
        expect((await fetch(url + path)).status, path).toBe(404);
    },
  );

  test.runIf(isHere)(
    "passes addresses of the service on, whose answers keep exactly their own headers",
    async () => {
      for (const [path, status] of [
        ["/digest/editions/1", 200],
        ["/digest/next/mail", 200],
        ["/digest/editions.csl.json", 200],
        ["/digest/none", 404],
      ] as const) {
        const answer = await fetch(url + path);
        expect([path, answer.status, await answer.text()]).toEqual([path, status, "the service"]);
        expect(
          Object.fromEntries([...answer.headers].filter(([name]) => !OF_THE_HOST.has(name))),
          path,
        ).toEqual(OWN_HEADERS);
      }
    },
  );
});
