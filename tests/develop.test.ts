import { spawn } from "node:child_process";
import { appendFile, cp, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { findFreePort } from "./support/free-port.ts";
import { ROOT, STATE } from "./support/places.ts";

const FOLDER = join(STATE, "tests", "develop");
const CONTENT = join(FOLDER, "content");
const PROFILE = join(CONTENT, "profile.yaml");
afterAll(() => rm(FOLDER, { recursive: true, force: true }));

/** What `npm run dev` starts once everything is built. */
async function startDevelopment() {
  await cp(join(ROOT, "tests/fixtures/minimal"), CONTENT, { recursive: true });
  const [service, site] = await Promise.all([findFreePort(), findFreePort()]);
  const child = spawn(process.execPath, [join(ROOT, "scripts/dev.mjs")], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      VITEST: undefined,
      TRIPTYCH_DIR: FOLDER,
      CV_DIR: CONTENT,
      PORT: String(service),
      DEV_PORT: String(site),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return {
    service: `http://localhost:${service}`,
    site: `http://localhost:${site}`,
    output: () => output,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => "no answer",
  );

/** What an open page is told after the record was edited. */
async function hearAnEdit(page: string): Promise<string> {
  const html = await (await fetch(page)).text();
  const address = /new EventSource\(\\?"([^"\\]+)/.exec(html)?.[1] ?? "";
  const news = (await fetch(address)).body?.getReader();
  await appendFile(PROFILE, "  headline: Edited\n");
  const heard = await news?.read();
  await news?.cancel();
  return new TextDecoder().decode(heard?.value);
}

test("development says where it listens, listens there, and answers what browsers ask for unasked", async () => {
  const { service, site, output, stop } = await startDevelopment();
  try {
    await expect.poll(() => statusOf(`${service}/healthz`)).toBe(200);
    await expect.poll(() => statusOf(`${site}/favicon.ico`)).toBe(204);
    expect(output()).toContain(`Site   ${site} `);
    expect(output()).toContain(`Mail   ${service}/dev/preview `);
    expect(await statusOf(`${service}/dev/preview`)).toBe(200);
    await expect.poll(() => statusOf(`${site}/cv.pdf`)).toBe(200);
    expect(await statusOf(`${site}/no-such.pdf`)).toBe(404);
    expect(await hearAnEdit(`${site}/cv/`)).toContain("data: record");
  } finally {
    expect(await stop()).toBe(0);
  }
});
