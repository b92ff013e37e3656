import { Appearance, type Cv, nearestWord, PartialDate, type Variant } from "@triptych/schema";
import { FULL_VARIANT, listVariants, narrowVariant, selectRecord } from "@triptych/view";
import { type Command, InvalidArgumentError } from "commander";
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import process from "node:process";
import { formatReport } from "../record/check-report.ts";
import { writeArchive } from "../export/export-archive.ts";
import { EXPORT_FORMATS, formatLosses, isExportFormat } from "../export/export-format.ts";
import { FOLDER, load } from "../record/record-source.ts";
import { fail, paintFor, print, tell } from "../terminal/output.ts";

const KINDS = Appearance.shape.kind.options;

interface Options {
  out?: string;
  since?: PartialDate;
  kind?: (typeof KINDS)[number][];
  variant?: string;
  json?: true;
}

function parseSince(text: string): PartialDate {
  const parsed = PartialDate.safeParse(text);
  if (!parsed.success)
    throw new InvalidArgumentError(
      `It ${parsed.error.issues.map(({ message }) => message).join(", and ")}.`,
    );
  return parsed.data;
}

function parseKind(text: string, before: Options["kind"] = []): Options["kind"] {
  const kind = KINDS.find((known) => known === text);
  if (kind !== undefined) return [...before, kind];
  const near = nearestWord(text, KINDS);
  throw new InvalidArgumentError(
    `Known are ${KINDS.join(", ")}${near === undefined ? "" : `; did you mean ${near}?`}.`,
  );
}

/**
 * The variant asked for, narrowed by kinds and a day; undefined after telling that there is none of
 * that name.
 */
function chooseVariant(cv: Cv, { variant: id, since, kind }: Options): Variant | undefined {
  const chosen =
    id === undefined ? FULL_VARIANT : listVariants(cv).find((variant) => variant.id === id);
  if (chosen === undefined) {
    fail(
      `There is no variant ${id ?? ""}. Known are ${listVariants(cv)
        .map((variant) => variant.id)
        .join(", ")}.`,
    );
    return undefined;
  }
  const ofKinds =
    kind === undefined
      ? chosen
      : {
          ...chosen,
          works: {
            ...chosen.works,
            kinds: chosen.works?.kinds?.filter((one) => kind.includes(one)) ?? kind,
          },
        };
  return since === undefined ? ofKinds : narrowVariant(ofKinds, since);
}

async function writeOut(out: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(resolve(out), content);
  } catch (error) {
    fail(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function writeBytes(bytes: Uint8Array, out: string | undefined): Promise<void> {
  if (out !== undefined) return writeOut(out, bytes);
  if (process.stdout.isTTY)
    return fail("An archive is no text; say where to write it with --out record.zip.");
  process.stdout.write(bytes);
}

async function exportRecord(
  format: string,
  folder: string | undefined,
  options: Options,
): Promise<void> {
  const names = [...Object.keys(EXPORT_FORMATS), "zip"];
  if (format !== "zip" && !isExportFormat(format)) {
    const near = nearestWord(format, names);
    return fail(
      `There is no format ${format}${near === undefined ? "" : `; did you mean ${near}?`}\nKnown are ${names.join(", ")}.`,
    );
  }
  if (format === "zip" && options.json === true)
    return fail(
      "An archive is no JSON; leave --json out. It tells its losses in exports/LOSSES.txt.",
    );
  const result = await load(folder);
  if (result.kind === "faulty") return fail(formatReport(result, paintFor(process.stderr)));
  const variant = chooseVariant(result.cv, options);
  if (variant === undefined) return;
  const cv = selectRecord(result.cv, variant);
  if (format === "zip") {
    const isWhole =
      options.since === undefined && options.kind === undefined && options.variant === undefined;
    const kept = isWhole
      ? await Promise.all(
          result.files.map(async (path) => ({
            name: basename(path),
            text: await readFile(path, "utf8"),
          })),
        )
      : [];
    return writeBytes(writeArchive(cv, kept), options.out);
  }
  const { text, losses } = EXPORT_FORMATS[format].write(cv);
  if (options.json === true) print(JSON.stringify({ format, text, losses }, null, 2));
  else tell(formatLosses(losses));
  if (options.out !== undefined) await writeOut(options.out, text);
  else if (options.json !== true) print(text);
}

const HELP = `
Formats: bibtex, biblatex, ris, csl-json and csv hold publications; json-resume, rendercv and jsonld the person as well; zip everything:
the content files as they are, the record as data, every format, and a table for each list.

Examples:
  cv export bibtex --out publications.bib
  cv export csv --since 2020 --kind journal --kind book
  cv export rendercv --variant short
  cv export zip --out my-record.zip

What a format cannot hold is listed on standard error. Exit codes: 0 written, 1 no such format or variant, the file cannot
be written, or the record has faults.`;

export function registerExport(program: Command): void {
  program
    .command("export")
    .description(
      `write the record in another format: ${[...Object.keys(EXPORT_FORMATS), "zip"].join(", ")}. What the format cannot hold is reported.`,
    )
    .argument("<format>")
    .argument("[dir]", FOLDER)
    .option("--out <file>", "where to write it; else to the terminal")
    .option("--since <date>", "only what is dated then or later, or goes on", parseSince)
    .option("--kind <kind>", "only works of this kind; may be repeated", parseKind)
    .option("--variant <id>", "only what this variant of the CV shows")
    .option("--json", "print { format, text, losses } as JSON; not for zip")
    .addHelpText("after", HELP)
    .action(exportRecord);
}
