import { promisify } from "node:util";
import { brotliCompress, type BrotliOptions, constants, gzip } from "node:zlib";

const COMPRESSIBLE = /\.(html|css|js|json|svg|xml|txt|bib|ris|webmanifest)$/;

/** Whether a file of this name can get smaller; pictures and typefaces are compressed already. */
export function isCompressible(path: string): boolean {
  return COMPRESSIBLE.test(path);
}

/**
 * The next step, 10, takes sixteen times as long for eight per cent of a page, which a page of text
 * does not show.
 */
const QUALITY = 9;

/**
 * Brotli's window, as a power of two; a window as large as the file is enough, and larger ones are
 * cleared anew for each file.
 */
const WINDOW = { least: constants.BROTLI_MIN_WINDOW_BITS, most: constants.BROTLI_MAX_WINDOW_BITS };

/** The encoder keeps sixteen bytes of the window for itself (RFC 7932, section 9.1). */
function windowFor(length: number): number {
  return Math.min(WINDOW.most, Math.max(WINDOW.least, Math.ceil(Math.log2(length + 16))));
}

function brotliOptions(length: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: windowFor(length),
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
    },
  };
}

/** Smaller files travel in one packet whether compressed or not. */
const LEAST = 1000;

/**
 * The same bytes for servers that hand out finished encodings; left out where they would not be
 * smaller.
 */
export async function compressFile(
  path: string,
  bytes: Buffer,
): Promise<{ suffix: ".br" | ".gz"; bytes: Buffer }[]> {
  if (bytes.length < LEAST || !isCompressible(path)) return [];
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, brotliOptions(bytes.length)),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return [
    { suffix: ".br" as const, bytes: brotli },
    { suffix: ".gz" as const, bytes: zipped },
  ].filter((form) => form.bytes.length < bytes.length);
}
