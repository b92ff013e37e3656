import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { findFreePort } from "./support/free-port.ts";
import { ROOT, STATE } from "./support/places.ts";

const FOLDER = join(STATE, "tests", "develop");
afterAll(() => rm(FOLDER, { recursive: true, force: true }));

/** What `npm run dev` starts once everything is built. */
async function startDevelopment() {
  const [service, site] = await Promise.all([findFreePort(), findFreePort()]);
  const child = spawn(process.execPath, [join(ROOT, "scripts/dev.mjs")], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      VITEST: undefined,
      TRIPTYCH_DIR: FOLDER,
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

test("development says where it listens, listens there, and answers what browsers ask for unasked", async () => {
  const { service, site, output, stop } = await startDevelopment();
  try {
    await expect.poll(() => statusOf(`${service}/healthz`)).toBe(200);
    await expect.poll(() => statusOf(`${site}/favicon.ico`)).toBe(204);
    expect(output()).toContain(`Site   ${site} `);
    expect(output()).toContain(`Mail   ${service}/dev/preview `);
    expect(await statusOf(`${service}/dev/preview`)).toBe(200);
  } finally {
    expect(await stop()).toBe(0);
  }
});
