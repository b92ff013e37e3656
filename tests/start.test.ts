import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "./support/places.ts";

/** What somebody keeps in the clone says nothing here. */
const OWN = { TRIPTYCH_SETTINGS: "/dev/null" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-start-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What `npm run …` starts, with the output as a user sees it. */
function go(
  args: string[],
  env: Record<string, string> = {},
  cwd = ROOT,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, "scripts/go.mjs"), ...args], {
      cwd,
      env: {
        ...process.env,
        INIT_CWD: cwd,
        VITEST: undefined,
        NODE_ENV: undefined,
        ...OWN,
        ...env,
      },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

test("a mail server that pipes a report is asked to come again, whatever is in the way", async () => {
  const broken = { TRIPTYCH_SETTINGS: folder };
  expect((await go(["digest", "bounces", "read"], broken)).code).toBe(75);
  expect((await go(["digest", "status"], broken)).code).not.toBe(75);
});

describe("what cannot start says why in a sentence", () => {
  test("a port that is taken", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const address = holder.address();
    const port = String(typeof address === "object" && address !== null ? address.port : 0);
    const { code, output } = await go(["start"], { PORT: port });
    holder.close();
    expect(code).toBe(1);
    expect(output).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start\n`,
    );
  });

  test("a port that is none", async () => {
    const { code, output } = await go(["start"], { PORT: "many" });
    expect(code).toBe(2);
    expect(output).toBe('PORT is "many"; it must be a whole number from 0 to 65535.\n');
  });

  test("variables of all programs that are wrong: a sentence each, before the first step", async () => {
    const { code, output } = await go(["build"], {
      SITE_URL: "example.org",
      MAIL_CONNECTIONS: "many",
      PUBLIC_URL: "https://example.org",
      TRIPTYCH_DIR: folder,
    });
    expect(code).toBe(2);
    expect(output).toBe(
      'SITE_URL is "example.org"; it must be an address such as https://example.org, with no ? or #.\n' +
        'PUBLIC_URL is "https://example.org"; it must be left out; its name is SITE_URL now.\n' +
        'MAIL_CONNECTIONS is "many"; it must be a whole number from 1 to 100.\n' +
        "Nothing was built.\n",
    );
  });

  test("a record with faults: all of them, in their places, and nothing is served", async () => {
    const content = join(folder, "faulty");
    await rm(content, { recursive: true, force: true });
    await mkdir(content);
    await writeFile(
      join(content, "cv.yaml"),
      "profile:\n  nam: Ada Example\ntalks:\n  - { host: Somewhere, date: 2024-13 }\n",
    );
    const { code, output } = await go(["start"], { CV_DIR: "faulty", PORT: "0" }, folder);
    expect(code).toBe(1);
    expect(output).toMatch(/cv\.yaml:2:3 {2}profile\.nam {2}.*did you mean name\?/);
    expect(output).toMatch(/cv\.yaml:4:\d+ {2}talks\[0\]\.date {2}/);
    expect(output).toContain("nothing was built");
  });

  test("a content folder that is not there", async () => {
    const { code, output } = await go(["cv", "check", "nowhere"], {}, folder);
    expect(code).toBe(1);
    expect(output).toContain("nowhere");
    expect(output).toContain("does not exist");
  });

  test("a command that is none", async () => {
    const { code, output } = await go(["dance"]);
    expect(code).toBe(1);
    expect(output).toContain("usage:");
  });

  test("a mail server's address that is none", async () => {
    const { code, output } = await go(["digest", "status"], {
      SMTP_URL: "mail.example.org",
      TRIPTYCH_DIR: folder,
    });
    expect(code).toBe(2);
    expect(output).toContain("SMTP_URL");
  });
});

test("npm install, which is not how packages come here, says what is", async () => {
  await copyFile(join(ROOT, "package.json"), join(folder, "package.json"));
  const npm = spawn("npm", ["install", "--offline"], { cwd: folder });
  let output = "";
  npm.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => npm.on("close", resolve));
  expect(output).toContain("catalog:npm-start-installs-and-npm-install-does-not");
});

test.each(["cv", "pdf", "digest"])("%s explains itself", async (command) => {
  const { code, output } = await go([command, "--help"]);
  expect(code).toBe(0);
  expect(output).toContain("Usage:");
});
