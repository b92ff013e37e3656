import {
  decodeBytes,
  IMPORT_FORMATS,
  type ImportFormat,
  isImportFormat,
  recogniseFormat,
  type SourcedReading,
} from "@triptych/exchange/import";
import { readFile } from "node:fs/promises";
import process from "node:process";

export type FoundReadings = (SourcedReading & { format: ImportFormat })[];

export type ReadSources =
  | { kind: "read"; readings: FoundReadings }
  | { kind: "unreadable"; message: string };

async function readBytes(file: string): Promise<Uint8Array> {
  if (file !== "-") return readFile(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin)
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/**
 * Reads the files named, each in the format asked for or in the one it is recognised as; `-` is the
 * standard input.
 */
export async function readSources(
  files: readonly string[],
  format: string | undefined,
  onFile: (file: string) => void,
): Promise<ReadSources> {
  const known = Object.keys(IMPORT_FORMATS).join(", ");
  if (format !== undefined && !isImportFormat(format))
    return { kind: "unreadable", message: `There is no format ${format}. Known are ${known}.` };
  const readings: FoundReadings = [];
  for (const file of files) {
    onFile(file);
    let bytes: Uint8Array;
    try {
      bytes = await readBytes(file);
    } catch (error) {
      return {
        kind: "unreadable",
        message:
          `${file} cannot be read: ` + (error instanceof Error ? error.message : String(error)),
      };
    }
    const { text, encoding } = decodeBytes(bytes);
    const found = format ?? recogniseFormat(text);
    if (found === undefined)
      return {
        kind: "unreadable",
        message: `${file} is in no format that is recognised. Name it with --format: ${known}.`,
      };
    const reading = IMPORT_FORMATS[found](text);
    if (encoding === "Windows-1252")
      reading.remarks.unshift({
        kind: "guessed",
        key: "",
        line: 0,
        reason: "the file is not UTF-8; it was read as Windows-1252",
      });
    readings.push({ file, reading, format: found });
  }
  return { kind: "read", readings };
}
