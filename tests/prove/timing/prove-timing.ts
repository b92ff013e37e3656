import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";

const MEASURE = join(ROOT, "apps/email-digest/src/testing/measure-sign-up.ts");
const REPORT = join(ROOT, "docs", "proofs", "timing.md");

interface Measured {
  pairs: number;
  /** From which distance on two samples are taken to differ. */
  far: number;
  comparisons: { path: string; address: string; distance: number }[];
  /** The distance of requests that take a millisecond longer. */
  control: number;
}

function judge({ far, comparisons, control }: Measured): string[] {
  return [
    ...comparisons
      .filter(({ distance }) => Math.abs(distance) >= far)
      .map(
        ({ path, address, distance }) => `${path} tells ${address} apart: ${distance.toFixed(1)}`,
      ),
    ...(control > far ? [] : [`a millisecond would not be noticed: ${control.toFixed(1)}`]),
  ];
}

function writeReport({ pairs, far, comparisons, control }: Measured, against: string[]): string {
  const rows = [
    ...comparisons.map(({ path, address, distance }) => [path, address, distance]),
    ["/digest/subscribe", "an unknown one, a millisecond later", control],
  ].map(([path, address, distance]) => `| ${path} | ${address} | ${Number(distance).toFixed(1)} |`);
  const load = loadavg()[0] ?? 0;
  return `# The time of an answer tells nothing

Written by \`npm run prove -- timing\` on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores, load ${load.toFixed(1)}, Node ${process.versions.node}.

Whoever types an address into a form must not learn from the time of the answer whether it is known.
${pairs} pairs of requests, one with the address and one with an unknown one, in turns; how far the two
lie apart in rank, in standard deviations (Mann-Whitney). Beyond ${far} they differ, which happens by
chance once in some 30,000 runs.

| form | address | distance |
|---|---|---|
${rows.join("\n")}

${against.length === 0 ? "None differs but the last, which must." : against.map((line) => `- **${line}**`).join("\n")}

That the same work is done in all cases, statement by statement, is part of \`npm test\`.
`;
}

/** Times sign-ups, writes the report, and returns what spoke against the promise. */
export async function proveTiming({ pairs }: { pairs: number }): Promise<string[]> {
  const { code, stdout, stderr } = await runNode([...JSX, MEASURE, String(pairs)], { cwd: ROOT });
  if (code !== 0) throw new Error(`the measurement failed: ${stderr}`);
  const measured: Measured = JSON.parse(stdout);
  const against = judge(measured);
  await mkdir(join(ROOT, "docs", "proofs"), { recursive: true });
  await writeFile(REPORT, writeReport(measured, against));
  process.stderr.write(`wrote ${REPORT}\n`);
  return against;
}
