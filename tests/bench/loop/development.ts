import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../support/chromium.ts";
import { findFreePort } from "../../support/free-port.ts";
import { extractText } from "../../support/pdf-text.ts";
import { ROOT, STATE } from "../../support/places.ts";
import type { EditedContent } from "./edited-content.ts";

const PDF = join(STATE, "pdf", "cv.pdf");
/** Milliseconds between two looks at the PDF. */
const LOOK = 5;
const PATIENCE = 60_000;

/** Milliseconds from the save of the file. */
export interface Seen {
  /** The edited line stands in an open page of a browser. */
  page: number;
  /** The new PDF is in its place. */
  pdf: number;
}

const writtenAt = async () => (await stat(PDF)).mtimeMs;

async function untilPdf(before: number, since: number): Promise<number> {
  for (;;) {
    if ((await writtenAt()) !== before) return performance.now() - since;
    if (performance.now() - since > PATIENCE) throw new Error("no PDF was made after an edit");
    await wait(LOOK);
  }
}

/**
 * The browser is not told to load the page: it shows the edit as a person would see it. A locator
 * would look twice a second at last; this looks at every frame.
 */
async function untilShown(page: Page, title: string, since: number): Promise<number> {
  const isShown = (text: string) => document.querySelector("h1")?.textContent.includes(text);
  await page.waitForFunction(isShown, title, { polling: "raf", timeout: PATIENCE });
  return performance.now() - since;
}

async function untilAnswered(url: string): Promise<void> {
  const since = performance.now();
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (performance.now() - since > 10 * PATIENCE) throw new Error(`${url} does not answer`);
    await wait(500);
  }
}

/** Starts `npm run dev` for a record, and tells how to stop it. */
async function startDevelopment(content: string, state: string) {
  const [service, site] = await Promise.all([findFreePort(), findFreePort()]);
  const child = spawn(process.execPath, [join(ROOT, "scripts/go.mjs"), "dev"], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      CV_DIR: content,
      TRIPTYCH_DIR: state,
      PORT: String(service),
      DEV_PORT: String(site),
    },
    stdio: "ignore",
  });
  const ended = new Promise((done) => child.on("close", done));
  const url = `http://localhost:${site}`;
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/**
 * Edits a line several times while `npm run dev` runs, and waits each time until it is seen. The
 * first edit is not counted: it loads what the others find loaded.
 */
export async function measureDevelopment(content: EditedContent, edits: number): Promise<Seen[]> {
  const { url, stop } = await startDevelopment(
    content.folder,
    join(STATE, "bench", "loop", "service"),
  );
  const browser = await launchBrowser();
  try {
    await untilAnswered(url + content.page);
    const page = await browser.newPage();
    await page.goto(url + content.page);
    const seen: Seen[] = [];
    for (let edit = 0; edit <= edits; edit += 1) {
      const before = await writtenAt();
      const title = await content.edit();
      const since = performance.now();
      const [onPage, pdf] = await Promise.all([
        untilShown(page, title, since),
        untilPdf(before, since),
      ]);
      seen.push({ page: onPage, pdf });
      const text = extractText(await readFile(PDF)).replaceAll(/\s+/g, " ");
      if (!text.includes(`Edited ${edit + 1} Times`))
        throw new Error("the PDF was made anew without the edited line");
      // Nothing of this edit is still being done when the next one is measured.
      await wait(1000);
    }
    return seen.slice(1);
  } finally {
    await browser.close();
    await stop();
  }
}
