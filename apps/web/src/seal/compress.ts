import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSIBLE = /\.(html|css|js|json|svg|xml|txt|bib|ris|webmanifest)$/;

/** The last step, 11, takes three times as long for two to three per cent of a page. */
const QUALITY = 10;

/** Smaller files travel in one packet whether compressed or not. */
const LEAST = 1000;

/** The same bytes for servers that hand out finished encodings; left out where they would not be smaller. */
export async function compressFile(path: string, bytes: Buffer): Promise<{ suffix: ".br" | ".gz"; bytes: Buffer }[]> {
  if (bytes.length < LEAST || !COMPRESSIBLE.test(path)) return [];
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return [
    { suffix: ".br" as const, bytes: brotli },
    { suffix: ".gz" as const, bytes: zipped },
  ].filter((form) => form.bytes.length < bytes.length);
}
