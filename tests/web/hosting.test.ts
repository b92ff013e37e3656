import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

interface Host {
  /** Writes the host's settings into the folder; returns the arguments to start it with, in the foreground. */
  configure: (folder: string, port: number) => Promise<string[]>;
  question: string;
}

const HOSTS: Record<string, Host> = {
  nginx: {
    question: "-v",
    configure: async (folder, port) => {
      const server = `server { listen 127.0.0.1:${port}; root ${join(folder, "site")}; include ${join(HOSTING, "nginx-server.conf")}; }`;
      const http = `http { access_log off; include /etc/nginx/mime.types; include ${join(HOSTING, "nginx-http.conf")}; ${server} }`;
      // As root its workers would be somebody who may not read the folder.
      const user = process.getuid?.() === 0 ? "user root;" : "";
      await writeFile(join(folder, "nginx.conf"), `${user} daemon off; pid ${join(folder, "pid")}; error_log stderr; events { } ${http}`);
      return ["-p", folder, "-c", join(folder, "nginx.conf")];
    },
  },
  caddy: {
    question: "version",
    configure: async (folder, port) => {
      const written = await readFile(join(HOSTING, "Caddyfile"), "utf8");
      const block = written.replace("site.example", `http://127.0.0.1:${port}`).replace("/path/to/the/site", join(folder, "site"));
      await writeFile(join(folder, "Caddyfile"), `{\n  admin off\n  auto_https off\n}\n${block}`);
      return ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
    },
  },
};

async function waitUntilServed(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nobody answers at ${url}; are the settings refused?`);
}

// The servers are no part of every system; where they are, the settings written for them are tried out.
describe.each(Object.entries(HOSTS))("%s with the settings the seal wrote", (program, host) => {
  let [folder, url] = ["", ""];
  let server: ChildProcess;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "hosting-"));
    await cp(SITE, join(folder, "site"), { recursive: true });
    const port = await findFreePort();
    url = `http://127.0.0.1:${port}`;
    server = spawn(program, await host.configure(folder, port), {
      stdio: "ignore",
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    });
    await waitUntilServed(url);
  });
  afterEach(async () => {
    const ended = new Promise((done) => server.on("exit", done));
    server.kill();
    await ended;
    await rm(folder, { recursive: true });
  });

  test.runIf(isPresent(program, host.question))("answers with the policy, the right types, finished encodings and the page for what is not there", async () => {
    const headers: Record<string, string> = JSON.parse(await readFile(join(STATE, "site-headers.json"), "utf8"));
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
      expect([path, answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([path, status, type]);
      for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name), `${path} ${name}`).toBe(value);
      if (status === 404) expect(body).toBe(await readFile(join(SITE, "404.html"), "utf8"));
    }
    const list = await fetch(`${url}/publications/`, { headers: { "accept-encoding": "gzip" } });
    expect(list.headers.get("content-encoding")).toBe("gzip");
    expect(await list.text()).toBe(await readFile(join(SITE, "publications/index.html"), "utf8"));
    expect((await fetch(`${url}/_headers`)).status).toBe(404);
    // The service is not running; its addresses are passed on and never taken for files.
    expect((await fetch(`${url}/digest/confirm`)).status).toBe(502);
  });
});
