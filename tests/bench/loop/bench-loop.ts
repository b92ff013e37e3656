import { loadCv } from "@triptych/data";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ROOT, STATE } from "../../support/places.ts";
import { judge, LIMITS, listCrossed, type Row } from "./budget.ts";
import { measureDevelopment } from "./development.ts";
import { copyContent, type EditedContent } from "./edited-content.ts";
import { writeLoopReport } from "./loop-report.ts";
import { timeCommand } from "./timed-command.ts";

const FOLDER = join(STATE, "bench", "loop");
const REPORT = join(ROOT, "docs", "benchmarks", "loop.md");
const PROGRAMS = ["cv", "pdf", "digest", "bench", "prove"];

const say = (text: string) => process.stderr.write(`${text}\n`);

/** Publishing after an edit of one line; the first run is not counted, it makes what others keep. */
async function measurePublishing(content: EditedContent, tries: number): Promise<Row[]> {
  const env = { CV_DIR: content.folder };
  await timeCommand(["build"], env);
  const [seconds, cpu]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < tries; turn += 1) {
    await content.edit();
    const timed = await timeCommand(["build"], env);
    seconds.push(timed.seconds);
    cpu.push(timed.cpuSeconds);
    say(
      `published in ${timed.seconds.toFixed(1)} s, ${timed.cpuSeconds.toFixed(1)} s of processors`,
    );
  }
  return [
    { what: "publishing an edited line", unit: "s", values: seconds, limit: LIMITS.publish },
    { what: "the same, processor time", unit: "s", values: cpu },
  ];
}

async function measureEdits(content: EditedContent, edits: number): Promise<Row[]> {
  const seen = await measureDevelopment(content, edits);
  return [
    {
      what: "`npm run dev`: an edited line on the page",
      unit: "ms",
      values: seen.map(({ page }) => page),
      limit: LIMITS.edit,
    },
    {
      what: "`npm run dev`: the PDF with it",
      unit: "ms",
      values: seen.map(({ pdf }) => pdf),
      limit: LIMITS.edit,
    },
  ];
}

async function measureCommand(args: string[], tries: number, limit: number): Promise<Row> {
  await timeCommand(args);
  const values: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) values.push((await timeCommand(args)).seconds * 1000);
  return { what: `\`${args.join(" ")}\``, unit: "ms", values, limit };
}

async function measureAll(tries: number): Promise<Row[]> {
  const rows: Row[] = [await measureCommand(["cv", "check"], tries, LIMITS.check)];
  for (const program of PROGRAMS)
    rows.push(await measureCommand([program, "--help"], tries, LIMITS.help));
  const content = await copyContent(join(FOLDER, "content"));
  rows.push(...(await measureEdits(content, tries)));
  rows.push(...(await measurePublishing(content, Math.ceil(tries / 2))));
  // The site and the PDFs of the project's own record stand again where they stood.
  await timeCommand(["build"]);
  return rows;
}

/** Returns what crossed its budgets. */
export async function benchLoop({ quick }: { quick: boolean }): Promise<string[]> {
  const load = loadavg()[0] ?? 0;
  const record = await loadCv(join(ROOT, "packages/data/content"));
  const works = record.kind === "valid" ? record.cv.publications.length : 0;
  const rows = (await measureAll(quick ? 3 : 9)).map(judge);
  const report = writeLoopReport(
    {
      date: new Date().toISOString().slice(0, 10),
      cores: availableParallelism(),
      load,
      node: process.versions.node,
      works,
      quick,
    },
    rows,
  );
  if (quick) say(report);
  else {
    await mkdir(join(REPORT, ".."), { recursive: true });
    await writeFile(REPORT, report);
    say(`written to ${REPORT}`);
  }
  return listCrossed(rows);
}
