import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../support/chromium.ts";
import { STATE } from "../../support/places.ts";
import { serveSite } from "../../support/site-server.ts";

const GROUPS = 40;
/** Works of one list, as the site cuts long groups. */
const STRETCH = 50;
const PAUSE = 250;
/** Typed and erased one letter at a time: from everything to a few works and back. */
const TYPED = [
  "s",
  "p",
  "a",
  "r",
  "s",
  "e",
  "Backspace",
  "Backspace",
  "Backspace",
  "Backspace",
  "Backspace",
  "Backspace",
  "z",
  "q",
  "Backspace",
  "Backspace",
];

export interface FilterLatency {
  works: number;
  /** Factor by which the processor is slowed. */
  throttle: number;
  /** Milliseconds from a key to the paint that follows it, in the order typed. */
  samples: number[];
  median: number;
  worst: number;
  /** Milliseconds from the click into the field to the paint that follows it. */
  focus: number;
}

/** The page of works with its own entries repeated, in groups of the same size. */
function enlarge(html: string, works: number): string {
  const items = [...html.matchAll(/<li id="work-[\s\S]*?<\/li>/g)].map(([item]) => item);
  const [start, end] = [
    html.indexOf('<section id="filed-'),
    html.lastIndexOf("</section>") + "</section>".length,
  ];
  if (items.length === 0 || start < 0) throw new Error("The page of works has changed its shape.");
  const entries = Array.from({ length: works }, (_, index) =>
    (items[index % items.length] ?? "").replace('id="work-', `id="work-${index}-`),
  );
  const size = Math.ceil(works / GROUPS);
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const own = entries.slice(group * size, (group + 1) * size);
    const lists = Array.from({ length: Math.ceil(own.length / STRETCH) }, (__, list) =>
      own.slice(list * STRETCH, (list + 1) * STRETCH).join(""),
    );
    const column = lists.map((list) => `<ol class="works listed lazy">${list}</ol>`).join("");
    return `<section class="row year"><h2 class="rail">${2040 - group}</h2><div class="column">${column}</div></section>`;
  });
  return html.slice(0, start) + groups.join("") + html.slice(end);
}

/** Runs in the page: notes the time from each event to the paint after it. */
const OBSERVER = `
  window.samples = [];
  window.focusSamples = [];
  const note = (into) => (event) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => into.push(performance.now() - event.timeStamp);
    channel.port2.postMessage(0);
  });
  addEventListener("input", note(window.samples), true);
  addEventListener("mousedown", note(window.focusSamples), true);
`;

/** Measures the search of the sealed site on a page of many works, with the processor slowed. */
export async function measureFilterLatency(
  browser: Browser,
  {
    site: source,
    works = 5000,
    throttle = 4,
    path = "publications",
  }: { site: string; works?: number; throttle?: number; path?: string },
): Promise<FilterLatency> {
  const folder = await mkdtemp(join(tmpdir(), "filter-"));
  await cp(source, folder, { recursive: true });
  const file = join(folder, path, "index.html");
  await rm(`${file}.br`, { force: true });
  await writeFile(file, enlarge(await readFile(file, "utf8"), works));
  const site = await serveSite(folder);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(OBSERVER);
    await page.goto(`${site.url}/${path}/`);
    await (
      await context.newCDPSession(page)
    ).send("Emulation.setCPUThrottlingRate", { rate: throttle });
    await page.waitForTimeout(2000);
    await page.getByRole("searchbox").click();
    await page.waitForTimeout(2000);
    for (const key of TYPED) {
      await page.keyboard.press(key);
      await page.waitForTimeout(PAUSE);
    }
    await page.waitForTimeout(1000);
    const samples: number[] = await page.evaluate("samples");
    const [focus = Number.NaN]: number[] = await page.evaluate("focusSamples");
    if (samples.length !== TYPED.length)
      throw new Error(`${samples.length} of ${TYPED.length} keys were measured.`);
    const sorted = samples.toSorted((a, b) => a - b);
    return {
      works,
      throttle,
      samples,
      median: sorted[sorted.length >> 1] ?? Number.NaN,
      worst: sorted.at(-1) ?? Number.NaN,
      focus,
    };
  } finally {
    await context.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const browser = await launchBrowser();
  const { works, throttle, samples, median, worst, focus } = await measureFilterLatency(browser, {
    site: join(STATE, "site"),
  });
  await browser.close();
  const figures = `median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms, click into the field ${focus.toFixed(1)} ms`;
  process.stdout.write(
    `${works} works, processor ${throttle} times slower: ${figures}\n${samples.map((sample) => sample.toFixed(0)).join(" ")}\n`,
  );
}
