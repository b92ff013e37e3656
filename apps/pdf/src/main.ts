import { contentFolder, formatFault, loadCv } from "@triptych/data";
import { Cv, PartialDate, type Variant } from "@triptych/schema";
import { listVariants, narrowVariant } from "@triptych/view";
import { Command, InvalidArgumentError, Option } from "commander";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import type { Paper } from "./components/cv.tsx";
import { documentDate } from "./document-date.ts";
import { type Environment, readEnvironment } from "./env.ts";
import { renderCv, type RenderResult } from "./render-cv.tsx";

interface Options {
  out?: string;
  variant: string;
  paper: Paper;
  all?: true;
  dir: string;
  since?: PartialDate;
  list?: true;
}

const environment = readEnvironment();

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** The record the builds have checked already, or the content folder itself. */
async function readCv({ TRIPTYCH_RECORD, CV_DIR }: Environment): Promise<Cv | undefined> {
  if (TRIPTYCH_RECORD !== undefined) return Cv.parse(JSON.parse(await readFile(TRIPTYCH_RECORD, "utf8")));
  const result = await loadCv(contentFolder(CV_DIR, process.cwd()));
  if (result.kind === "valid") return result.cv;
  fail(result.faults.map(formatFault).join("\n"));
  return undefined;
}

function explainFailure(result: Exclude<RenderResult, { kind: "rendered" }>, variant: Variant): string {
  if (result.kind === "too-long") {
    return `The variant ${variant.id} may have ${result.allowed} pages and needs ${result.pages}. Choose fewer sections or works in variants.yaml, or allow more pages.`;
  }
  return result.missing
    .map(({ character, name, where, tried }) => `No font draws “${character}” (${name}) in ${where.join(", ")}. Tried: ${tried.join(", ")}.`)
    .join("\n");
}

/** Whole or not at all: readers of the file never see half of it. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

async function writeVariant(cv: Cv, variant: Variant, paper: Paper, file: string): Promise<void> {
  const site = (environment.SITE_URL ?? cv.settings.url)?.replace(/\/$/, "");
  const result = await renderCv({ cv, variant, paper, site, date: documentDate(cv, environment.SOURCE_DATE_EPOCH) });
  if (result.kind !== "rendered") return fail(explainFailure(result, variant));
  await writeWhole(file, result.pdf);
  process.stderr.write(`${variant.title}: ${result.pages} ${result.pages === 1 ? "page" : "pages"}, ${Math.round(result.pdf.length / 1024)} kB, ${file}\n`);
}

function parseSince(text: string): PartialDate {
  const parsed = PartialDate.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError(`It ${parsed.error.issues.map((issue) => issue.message).join(", and ")}.`);
  return parsed.data;
}

/** `cv.pdf` is the full variant, the others carry their id. */
function fileName(variant: Variant): string {
  return variant.id === "full" ? "cv.pdf" : `cv-${variant.id}.pdf`;
}

async function writePdf(options: Options): Promise<void> {
  const cv = await readCv(environment);
  if (cv === undefined) return;
  const { since } = options;
  const known = listVariants(cv);
  const narrow = (variant: Variant) => (since === undefined ? variant : narrowVariant(variant, since));
  if (options.list === true) {
    process.stdout.write(known.map((variant) => `${variant.id}\t${variant.title}\n`).join(""));
    return;
  }
  if (options.all === true) {
    for (const variant of known.map(narrow)) await writeVariant(cv, variant, options.paper, join(resolve(options.dir), fileName(variant)));
    return;
  }
  const chosen = known.find((candidate) => candidate.id === options.variant);
  if (chosen === undefined) return fail(`There is no variant ${options.variant}. Known are ${known.map(({ id }) => id).join(", ")}.`);
  const variant = narrow(chosen);
  await writeVariant(cv, variant, options.paper, resolve(options.out ?? fileName(variant)));
}

await new Command("pdf")
  .description("Writes the CV as a tagged PDF. CV_DIR names another content folder, SOURCE_DATE_EPOCH another date.")
  .option("--out <file>", "where to write it; else cv.pdf or cv-VARIANT.pdf here")
  .option("--variant <id>", "which selection of the record", "full")
  .addOption(new Option("--paper <size>", "paper size").choices(["a4", "letter"]).default("a4"))
  .option("--since <date>", "only what is dated then or later, or goes on: 2023, 2023-01 or 2023-01-01", parseSince)
  .option("--all", "write every variant")
  .option("--dir <folder>", "where --all writes", ".")
  .option("--list", "print the variants and stop")
  .showHelpAfterError()
  .action(writePdf)
  .parseAsync();
