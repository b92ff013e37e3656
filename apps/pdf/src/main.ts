import { type Environment, readEnvironment } from "./env.ts";
import { Cv, PartialDate, type Variant } from "@triptych/schema";
import { listVariants, narrowVariant, pdfFileName } from "@triptych/view";
import { Command, InvalidArgumentError, Option } from "commander";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import type { Paper } from "./components/paper.ts";
import { documentDate } from "./document/document-date.ts";
import { explainFailure } from "./document/failure.ts";
import { boundHeap, isLong } from "./document/heap.ts";
import { KeptUnits } from "./pages/kept-units.ts";
import { renderCv } from "./document/render-cv.tsx";

interface Options {
  out?: string;
  variant: string;
  paper: Paper;
  all?: true;
  dir: string;
  since?: PartialDate;
  list?: true;
  follow?: true;
}

const environment = readEnvironment();

function bounded(cv: Cv): Cv {
  boundHeap(cv.publications.length);
  return cv;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** The record the builds have checked already, or the content folder itself. */
async function readCv({ TRIPTYCH_RECORD, CV_DIR }: Environment): Promise<Cv | undefined> {
  if (TRIPTYCH_RECORD !== undefined)
    return bounded(Cv.parse(JSON.parse(await readFile(TRIPTYCH_RECORD, "utf8"))));
  // Reading YAML is loaded where there is no finished record.
  const { contentFolder, formatFault, loadCv } = await import("@triptych/data");
  const result = await loadCv(contentFolder(CV_DIR, process.cwd()));
  if (result.kind === "valid") return bounded(result.cv);
  fail(result.faults.map(formatFault).join("\n"));
  return undefined;
}

/** Whole or not at all: readers of the file never see half of it. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

interface VariantOutput {
  paper: Paper;
  file: string;
  /** Which of how many it is. */
  progress?: string;
  kept?: KeptUnits | undefined;
}

async function writeVariant(
  cv: Cv,
  variant: Variant,
  { paper, file, progress = "", kept }: VariantOutput,
): Promise<void> {
  const site = (environment.SITE_URL ?? cv.settings.url)?.replace(/\/$/, "");
  const since = performance.now();
  const result = await renderCv({
    cv,
    variant,
    paper,
    site,
    date: documentDate(cv, environment.SOURCE_DATE_EPOCH),
    kept,
  });
  if (result.kind !== "rendered") return fail(explainFailure(result, variant));
  await writeWhole(file, result.pdf);
  const size = `${result.pages} ${result.pages === 1 ? "page" : "pages"}, ${Math.round(result.pdf.length / 1024)} kB`;
  process.stderr.write(
    `${progress}${variant.title}: ${size}, ${((performance.now() - since) / 1000).toFixed(1)} s, ${file}\n`,
  );
}

async function writeVariants(
  cv: Cv,
  variants: readonly Variant[],
  { paper, dir }: Options,
  kept: KeptUnits | undefined,
): Promise<void> {
  for (const [index, variant] of variants.entries()) {
    const progress = `${index + 1}/${variants.length} `;
    await writeVariant(cv, variant, {
      paper,
      file: join(resolve(dir), pdfFileName(variant)),
      progress,
      kept,
    });
  }
  kept?.forgetUnused();
}

/**
 * Answers every line of its input by writing all variants anew, with all that is loaded, compiled
 * and laid out kept.
 */
async function followInput(options: Options): Promise<void> {
  const kept = new KeptUnits();
  for await (const _request of createInterface({ input: process.stdin })) {
    const cv = await readCv(environment);
    if (cv !== undefined) await writeVariants(cv, listVariants(cv), options, kept);
    process.stdout.write("done\n");
  }
}

function parseSince(text: string): PartialDate {
  const parsed = PartialDate.safeParse(text);
  if (!parsed.success)
    throw new InvalidArgumentError(
      `It ${parsed.error.issues.map((issue) => issue.message).join(", and ")}.`,
    );
  return parsed.data;
}

async function writePdf(options: Options): Promise<void> {
  if (options.follow === true) return followInput(options);
  const cv = await readCv(environment);
  if (cv === undefined) return;
  const { since } = options;
  const known = listVariants(cv);
  const narrow = (variant: Variant) =>
    since === undefined ? variant : narrowVariant(variant, since);
  if (options.list === true) {
    process.stdout.write(known.map((variant) => `${variant.id}\t${variant.title}\n`).join(""));
    return;
  }
  if (options.all === true) {
    return writeVariants(
      cv,
      known.map(narrow),
      options,
      isLong(cv.publications.length) ? undefined : new KeptUnits(),
    );
  }
  const chosen = known.find((candidate) => candidate.id === options.variant);
  if (chosen === undefined)
    return fail(
      `There is no variant ${options.variant}. Known are ${known.map(({ id }) => id).join(", ")}.`,
    );
  const variant = narrow(chosen);
  await writeVariant(cv, variant, {
    paper: options.paper,
    file: resolve(options.out ?? pdfFileName(variant)),
  });
}

await new Command("pdf")
  .description(
    "Writes the CV as a tagged PDF. CV_DIR names another content folder, SOURCE_DATE_EPOCH another date.",
  )
  .option("--out <file>", "where to write it; else cv.pdf or cv-VARIANT.pdf here")
  .option("--variant <id>", "which selection of the record", "full")
  .addOption(new Option("--paper <size>", "paper size").choices(["a4", "letter"]).default("a4"))
  .option(
    "--since <date>",
    "only what is dated then or later, or goes on: 2023, 2023-01 or 2023-01-01",
    parseSince,
  )
  .option("--all", "write every variant")
  .option("--dir <folder>", "where --all writes", ".")
  .option("--list", "print the variants and stop")
  .addOption(
    new Option(
      "--follow",
      "write every variant for each line of input; for `npm run dev`",
    ).hideHelp(),
  )
  .showHelpAfterError()
  .action(writePdf)
  .parseAsync();
