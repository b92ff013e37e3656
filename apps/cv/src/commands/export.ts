import { Appearance, type Cv, nearestWord, PartialDate, type Variant } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  InvalidArgumentError,
  note,
  print,
  printJson,
  readAs,
  sharedOption,
} from "@triptych/terminal";
import { fullVariant, listVariants, narrowVariant, selectRecord } from "@triptych/view";
import { language } from "../words.ts";
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import process from "node:process";
import { writeArchive } from "../export/export-archive.ts";
import { EXPORT_FORMATS, formatLosses, isExportFormat } from "../export/export-format.ts";
import {
  chosenFolder,
  type FolderChoice,
  requireRecord,
  requireValid,
  withFolder,
} from "./record-source.ts";

const KINDS = Appearance.shape.kind.options;

const FORMATS = [...Object.keys(EXPORT_FORMATS), "zip"];

interface Options extends FolderChoice {
  out?: string;
  since?: PartialDate;
  kind?: (typeof KINDS)[number][];
  variant?: string;
  json?: true;
}

function parseKind(text: string, before: Options["kind"] = []): Options["kind"] {
  const kind = KINDS.find((known) => known === text);
  if (kind !== undefined) return [...before, kind];
  const near = nearestWord(text, KINDS);
  throw new InvalidArgumentError(
    `Known are ${KINDS.join(", ")}${near === undefined ? "" : `; did you mean ${near}?`}.`,
  );
}

/** The variant asked for, narrowed by kinds and a day. @throws CommandFault where there is none */
function chooseVariant(cv: Cv, { variant: id, since, kind }: Options): Variant {
  const known = listVariants(cv, language);
  const chosen =
    id === undefined ? fullVariant(language) : known.find((variant) => variant.id === id);
  if (chosen === undefined)
    throw new CommandFault(
      `There is no variant ${id ?? ""}. Known are ` +
        `${known.map((variant) => variant.id).join(", ")}.`,
      EXIT.misused,
    );
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
  return since === undefined ? ofKinds : narrowVariant(ofKinds, since, language);
}

async function writeOut(out: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(resolve(out), content);
  } catch (error) {
    throw new CommandFault(
      `${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The content files as they are, for an archive of the whole record. */
function readFiles(paths: readonly string[]): Promise<{ name: string; text: string }[]> {
  return Promise.all(
    paths.map(async (path) => ({ name: basename(path), text: await readFile(path, "utf8") })),
  );
}

async function exportArchive(folder: string, options: Options): Promise<ExitCode> {
  const { out, since, kind, variant } = options;
  // To whoever wants JSON, this is none: the sentence is for the person.
  if (options.json === true) {
    note("An archive is no JSON; leave --json out. It tells its losses in exports/LOSSES.txt.");
    return EXIT.misused;
  }
  if (out === undefined && process.stdout.isTTY)
    throw new CommandFault(
      "An archive is no text; say where to write it with --out record.zip.",
      EXIT.misused,
    );
  const { cv, files } = await requireValid(folder);
  const isWhole = since === undefined && kind === undefined && variant === undefined;
  const selected = selectRecord(cv, chooseVariant(cv, options));
  const bytes = writeArchive(selected, isWhole ? await readFiles(files) : []);
  if (out === undefined) process.stdout.write(bytes);
  else await writeOut(out, bytes);
  return EXIT.done;
}

async function exportRecord(
  format: string,
  asked: string | undefined,
  options: Options,
): Promise<ExitCode> {
  const folder = chosenFolder(asked, options);
  if (format === "zip") return exportArchive(folder, options);
  if (!isExportFormat(format)) {
    const near = nearestWord(format, FORMATS);
    throw new CommandFault(
      "There is no format " +
        `${format}${near === undefined ? "" : `; did you mean ${near}?`}\nKnown are ` +
        `${FORMATS.join(", ")}.`,
      EXIT.misused,
    );
  }
  const cv = await requireRecord(folder);
  const { text, losses } = EXPORT_FORMATS[format].write(
    selectRecord(cv, chooseVariant(cv, options)),
  );
  if (options.json === true) printJson({ format, text, losses });
  else note(formatLosses(losses));
  if (options.out !== undefined) await writeOut(options.out, text);
  else if (options.json !== true) print(text);
  return EXIT.done;
}

const HELP = `
Formats: bibtex, biblatex, ris, csl-json and csv hold publications; json-resume, rendercv and jsonld the person as well; zip everything:
the content files as they are, the record as data, every format, and a table for each list.

Examples:
  cv export bibtex --out publications.bib
  cv export csv --since 2020 --kind journal --kind book
  cv export rendercv --variant short
  cv export zip --out my-record.zip

What a format cannot hold is listed on standard error. Exit codes: 0 written, 1 the record has faults or the file cannot be
written, 2 no such format, kind or variant.`;

export function declareExport(command: Command): void {
  withFolder(
    command
      .description(
        `write the record in another format: ${FORMATS.join(", ")}. What the format cannot ` +
          "hold is reported.",
      )
      .argument("<format>"),
  )
    .addOption(sharedOption("out", "where to write it; else to the terminal"))
    .option("--since <date>", "only what is dated then or later, or goes on", readAs(PartialDate))
    .option("--kind <kind>", "only works of this kind; may be repeated", parseKind)
    .option("--variant <id>", "only what this variant of the CV shows")
    .addOption(sharedOption("json", "print { format, text, losses } as JSON; not for zip"))
    .addHelpText("after", HELP)
    .action(exitWith(exportRecord));
}
