import type { Cv, Variant } from "@triptych/schema";
import { CommandFault, note, writeNamed } from "@triptych/terminal";
import { pdfFileName } from "@triptych/view";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import type { Paper } from "../components/paper.ts";
import { documentDate } from "../document/document-date.ts";
import { explainFailure, warnOfMissing } from "../document/failure.ts";
import { renderCv } from "../document/render-cv.tsx";
import type { Environment } from "../env.ts";
import type { KeptUnits } from "../pages/kept-units.ts";

/** How documents are written, the same for every variant. */
export interface Writing {
  paper: Paper;
  environment: Environment;
  kept?: KeptUnits | undefined;
  /** Warnings already given: variants share most of their texts. */
  warned?: Set<string>;
}

/** A document that was written. */
export interface Written {
  variant: string;
  file: string;
  pages: number;
  bytes: number;
}

async function makeFolder(folder: string): Promise<void> {
  await writeNamed(folder, () => mkdir(folder, { recursive: true }));
}

/** Whole or not at all: readers of the file never see half of it. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await makeFolder(dirname(file));
  const draft = `${file}.${process.pid}.tmp`;
  await writeNamed(file, async () => {
    await writeFile(draft, bytes);
    await rename(draft, file);
  });
}

/**
 * Writes one variant and says so, with `counted` before it. @throws CommandFault where it does not
 * fit or cannot be written
 */
export async function writeVariant(
  cv: Cv,
  variant: Variant,
  { file, counted = "" }: { file: string; counted?: string },
  { paper, environment, kept, warned = new Set() }: Writing,
): Promise<Written> {
  const site = (environment.SITE_URL ?? cv.settings.url)?.replace(/\/$/, "");
  const epoch = environment.SOURCE_DATE_EPOCH;
  const now = epoch === undefined ? new Date() : new Date(epoch * 1000);
  const today = now.toISOString().slice(0, 10);
  const date = documentDate(cv, epoch, today);
  const since = performance.now();
  const result = await renderCv({ cv, variant, paper, site, date, today, kept });
  if (result.kind !== "rendered") throw new CommandFault(explainFailure(result, variant));
  const { pages, pdf } = result;
  for (const warning of result.missing.map(warnOfMissing)) {
    if (!warned.has(warning)) note(warning);
    warned.add(warning);
  }
  await writeWhole(file, pdf);
  const size = `${pages} ${pages === 1 ? "page" : "pages"}, ${Math.round(pdf.length / 1024)} kB`;
  const time = `${((performance.now() - since) / 1000).toFixed(1)} s`;
  note(`${counted}${variant.title}: ${size}, ${time}, ${file}`);
  return { variant: variant.id, file, pages, bytes: pdf.length };
}

/**
 * Writes variants into a folder, one after the other. @throws CommandFault that names those which
 * could not be; the others are written
 */
export async function writeVariants(
  cv: Cv,
  variants: readonly Variant[],
  folder: string,
  writing: Writing,
): Promise<Written[]> {
  await makeFolder(folder);
  const written: Written[] = [];
  const faults: string[] = [];
  const warned = new Set<string>();
  for (const [index, variant] of variants.entries()) {
    const file = join(folder, pdfFileName(variant));
    const counted = `${index + 1}/${variants.length} `;
    try {
      written.push(await writeVariant(cv, variant, { file, counted }, { ...writing, warned }));
    } catch (error) {
      if (!(error instanceof CommandFault)) throw error;
      faults.push(error.message);
    }
  }
  writing.kept?.forgetUnused();
  if (faults.length > 0) throw new CommandFault(faults.join("\n"));
  return written;
}
