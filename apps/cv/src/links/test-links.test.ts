import { createServer, type Server } from "node:http";
import { Cv } from "@triptych/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listLinks } from "./list-links.ts";
import { isDead } from "./test-link.ts";
import { testLinks } from "./test-links.ts";

const asked: {
  method: string | undefined;
  url: string | undefined;
  agent: string | undefined;
}[] = [];
let open = 0;
let mostOpen = 0;
let server: Server;
let base = "";

/** What the peer answers under each address; HEAD is refused under /get-only. */
function statusOf(method: string | undefined, url: string | undefined): number {
  if (url === "/gone") return 404;
  if (url === "/robot") return 403;
  if (url === "/get-only") return method === "HEAD" ? 405 : 200;
  return 200;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({
      method: request.method,
      url: request.url,
      agent: request.headers["user-agent"],
    });
    if (request.url === "/silent") return;
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on("close", () => (open -= 1));
    if (request.url === "/moved") response.writeHead(302, { Location: "/fine" }).end();
    else response.writeHead(statusOf(request.method, request.url)).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = { timeout: 60_000, userAgent: "test agent", pause: 20, hosts: 4 };

test("says of each address whether it is alive, gone or would not say", async () => {
  const links = ["/fine", "/gone", "/get-only", "/robot", "/moved"].map((path, index) => ({
    url: base + path,
    path: ["talks", index, "url"],
  }));
  const progress: number[] = [];
  const tested = await testLinks([...links, { url: "http://127.0.0.1:1/", path: [] }], {
    ...options,
    onProgress: (done) => progress.push(done),
  });
  expect(tested.map(({ outcome }) => outcome)).toEqual([
    { kind: "alive" },
    { kind: "gone", status: 404 },
    { kind: "alive" },
    { kind: "unsure", status: 403 },
    { kind: "alive" },
    { kind: "unreachable", reason: expect.stringMatching(/\w/) },
  ]);
  expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(asked.map(({ agent }) => agent))).toEqual(new Set(["test agent"]));
  expect(asked.filter(({ url }) => url === "/fine").map(({ method }) => method)).toContain("HEAD");
  expect(asked.filter(({ url }) => url === "/get-only").map(({ method }) => method)).toEqual([
    "HEAD",
    "GET",
  ]);
  expect(mostOpen).toBe(1);
});

test("says of a server that is silent how long it waited", async () => {
  const silent = { url: `${base}/silent`, path: ["talks", 0, "url"] };
  const [tested] = await testLinks([silent], { ...options, timeout: 100 });
  expect(tested?.outcome).toEqual({ kind: "unreachable", reason: "no answer in 0.1 s" });
});

test("every address of a record is asked once, identifiers by their resolvers, and the site's own not at all", () => {
  const cv = Cv.parse({
    profile: {
      name: "Ada",
      orcid: "0000-0002-1825-0097",
      links: [{ site: "website", url: "https://example.org/a" }],
    },
    talks: [{ host: "H", date: "2024", url: "https://example.org/a" }],
    publications: [
      {
        id: "hats",
        title: "Hats",
        authors: ["Ada"],
        appearances: [{ kind: "preprint", doi: "10.5555/hats", arxiv: "2201.00001" }],
      },
    ],
    settings: { url: "https://site.example" },
  });
  expect(listLinks(cv)).toEqual([
    { url: "https://orcid.org/0000-0002-1825-0097", path: ["profile", "orcid"] },
    { url: "https://example.org/a", path: ["profile", "links", 0, "url"] },
    { url: "https://doi.org/10.5555/hats", path: ["publications", 0, "appearances", 0, "doi"] },
    {
      url: "https://arxiv.org/abs/2201.00001",
      path: ["publications", 0, "appearances", 0, "arxiv"],
    },
  ]);
});

test.each([
  [{ kind: "gone", status: 404 }, true],
  [{ kind: "gone", status: 410 }, true],
  [{ kind: "unreachable", reason: "there is no such host" }, true],
  [{ kind: "unreachable", reason: "no answer in 15 s" }, false],
  [{ kind: "unreachable", reason: "certificate has expired" }, false],
  [{ kind: "unsure", status: 403 }, false],
  [{ kind: "unsure", status: 503 }, false],
  [{ kind: "alive" }, false],
] as const)("%j is an address that leads nowhere for good: %j", (outcome, dead) => {
  expect(isDead(outcome)).toBe(dead);
});
