import { PartialDate, type Variant } from "@triptych/schema";
import { CommandFault, EXIT, print, printJson } from "@triptych/terminal";
import { listVariants, narrowVariant, pdfFileName } from "@triptych/view";
import { language } from "../words.ts";
import { resolve } from "node:path";
import type { Paper } from "../components/paper.ts";
import { isLong } from "../document/heap.ts";
import { readEnvironment } from "../env.ts";
import { KeptUnits } from "../pages/kept-units.ts";
import { followInput } from "./follow-input.ts";
import { readRecord } from "./read-record.ts";
import { writeVariant, writeVariants, type Written } from "./write-variant.ts";

export interface Options {
  dir?: string;
  out?: string;
  variant: string;
  all?: true;
  paper: Paper;
  since?: string;
  list?: true;
  json?: true;
  follow?: true;
}

function readSince(text: string | undefined): PartialDate | undefined {
  if (text === undefined) return undefined;
  const parsed = PartialDate.safeParse(text);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ message }) => message).join(", and ");
  throw new CommandFault(`--since ${text}: it ${reasons}.`, EXIT.misused);
}

function requireVariant(known: readonly Variant[], id: string): Variant {
  const chosen = known.find((variant) => variant.id === id);
  if (chosen !== undefined) return chosen;
  const ids = known.map((variant) => variant.id).join(", ");
  throw new CommandFault(`There is no variant ${id}. Known are ${ids}.`, EXIT.misused);
}

function list(variants: readonly Variant[], isJson: boolean): void {
  if (isJson) printJson(variants.map(({ id, title }) => ({ id, title })));
  else print(variants.map(({ id, title }) => `${id}\t${title}\n`).join(""));
}

export async function writePdf(options: Options): Promise<void> {
  const environment = readEnvironment();
  const { dir, out, paper, json = false } = options;
  if (options.follow === true)
    return followInput({ dir, folder: resolve(out ?? "."), paper, environment });
  const since = readSince(options.since);
  const cv = await readRecord(dir, environment);
  const known = listVariants(cv, language);
  if (options.list === true) return list(known, json);
  const narrow = (variant: Variant) =>
    since === undefined ? variant : narrowVariant(variant, since, language);
  let written: Written[];
  if (options.all === true) {
    const kept = isLong(cv.publications.length) ? undefined : new KeptUnits();
    const folder = resolve(out ?? ".");
    written = await writeVariants(cv, known.map(narrow), folder, { paper, environment, kept });
  } else {
    const variant = narrow(requireVariant(known, options.variant));
    const file = resolve(out ?? pdfFileName(variant));
    written = [await writeVariant(cv, variant, { file }, { paper, environment })];
  }
  if (json) printJson(written);
}
