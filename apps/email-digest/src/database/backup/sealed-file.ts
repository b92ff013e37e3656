import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

/** AES-256-GCM (NIST SP 800-38D) under a key by scrypt (RFC 7914), which costs 32 MB a try. */
const CIPHER = "aes-256-gcm";
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 };
const TAG = 16;

const Head = z.strictObject({
  triptych: z.literal("sealed"),
  format: z.literal(1),
  salt: z.base64(),
  iv: z.base64(),
});

const keyOf = (passphrase: string, salt: Buffer) =>
  scryptSync(passphrase.normalize("NFC"), salt, 32, COST);

/** Turns what is written into what a file holds: a line that says how, ciphertext, a tag. */
export interface Seal {
  head: Buffer;
  add(text: string): Buffer;
  end(): Buffer;
}

export function createSeal(passphrase: string): Seal {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const facts = { salt: salt.toString("base64"), iv: iv.toString("base64") };
  const head = Buffer.from(`${JSON.stringify({ triptych: "sealed", format: 1, ...facts })}\n`);
  const cipher = createCipheriv(CIPHER, keyOf(passphrase, salt), iv);
  cipher.setAAD(head);
  return {
    head,
    add: (text) => cipher.update(text, "utf8"),
    end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
  };
}

/** The first line of a sealed file, or undefined for any other file. */
async function readHead(file: string): Promise<Buffer | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    const end = buffer.subarray(0, bytesRead).indexOf("\n") + 1;
    const line = buffer.subarray(0, end);
    return line.includes('"triptych":"sealed"') ? line : undefined;
  } finally {
    await handle.close();
  }
}

export type Opened =
  /** `file` can be read; `close` removes what was made for that. */
  { kind: "open"; file: string; close: () => Promise<void> } | { kind: "unusable"; reason: string };

/** Makes a backup readable that may be sealed. What is read was not changed, to the last byte. */
export async function openSealed(file: string, passphrase: string | undefined): Promise<Opened> {
  const head = await readHead(file);
  if (head === undefined) return { kind: "open", file, close: () => Promise.resolve() };
  if (passphrase === undefined)
    return { kind: "unusable", reason: "it is encrypted; set DIGEST_BACKUP_PASSPHRASE" };
  const folder = await mkdtemp(join(tmpdir(), "triptych-backup-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const { salt, iv } = Head.parse(JSON.parse(head.toString()));
    const tagAt = (await stat(file)).size - TAG;
    const tag = Buffer.concat(await createReadStream(file, { start: tagAt }).toArray());
    const decipher = createDecipheriv(
      CIPHER,
      keyOf(passphrase, Buffer.from(salt, "base64")),
      Buffer.from(iv, "base64"),
    );
    decipher.setAAD(head).setAuthTag(tag);
    const plain = join(folder, "backup.ndjson");
    await pipeline(
      createReadStream(file, { start: head.length, end: tagAt - 1 }),
      decipher,
      createWriteStream(plain, { mode: 0o600 }),
    );
    return { kind: "open", file: plain, close };
  } catch {
    await close();
    return { kind: "unusable", reason: "the passphrase is wrong, or the file was changed" };
  }
}
