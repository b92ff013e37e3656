import { constants, crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_SIZE = 256;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The commonest colour of each bucket of colours that agree in their upper `bits`. */
function bucketColours(counts: ReadonlyMap<number, number>, bits: number): { mask: number; colours: Map<number, number> } {
  const channel = (0xff << (8 - bits)) & 0xff;
  const mask = (channel << 16) | (channel << 8) | channel;
  const colours = new Map<number, number>();
  for (const [colour, count] of counts) {
    const rival = colours.get(colour & mask);
    if (rival === undefined || count > (counts.get(rival) ?? 0)) colours.set(colour & mask, colour);
  }
  return { mask, colours };
}

/** A run of one colour within a row: flat pictures are mostly such runs, which is what makes this quick. */
interface Run {
  /** 0xRRGGBB. */
  colour: number;
  /** Pixel, counted from the first of the picture. */
  start: number;
  length: number;
}

function listRuns(pixels: Uint8Array, width: number, height: number): Run[] {
  // Compared as words, whatever the machine's byte order; a view of another array may not be aligned.
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const runs: Run[] = [];
  for (let start = 0; start < width * height;) {
    const word = words[start];
    const end = start - (start % width) + width;
    let at = start + 1;
    while (at < end && words[at] === word) at += 1;
    const byte = start * 4;
    runs.push({ colour: ((pixels[byte] ?? 0) << 16) | ((pixels[byte + 1] ?? 0) << 8) | (pixels[byte + 2] ?? 0), start, length: at - start });
    start = at;
  }
  return runs;
}

/**
 * A PNG of at most 256 colours (PNG, third edition, colour type 3): a third of the true-colour file for flat text. Where there are more,
 * those that differ least share one.
 * @param pixels opaque RGBA, row by row
 */
export function writePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const counts = new Map<number, number>();
  const runs = listRuns(pixels, width, height);
  for (const { colour, length } of runs) counts.set(colour, (counts.get(colour) ?? 0) + length);
  let bits = 8;
  let { mask, colours } = bucketColours(counts, bits);
  while (colours.size > PALETTE_SIZE && bits > 2) ({ mask, colours } = bucketColours(counts, --bits));
  const indices = new Map([...colours.keys()].map((bucket, index) => [bucket, index]));
  // Each row begins with its filter type, 0.
  const rows = Buffer.alloc((width + 1) * height);
  for (const { colour, start, length } of runs) {
    const at = start + Math.floor(start / width) + 1;
    rows.fill(indices.get(colour & mask) ?? 0, at, at + length);
  }
  const palette = Buffer.alloc(colours.size * 3);
  for (const [index, colour] of [...colours.values()].entries()) palette.writeUIntBE(colour, index * 3, 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const data = deflateSync(rows, { level: constants.Z_DEFAULT_COMPRESSION });
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}
