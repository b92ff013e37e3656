import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compressFile } from "./compress.ts";

/** A file as it is handed out: itself, then its finished encodings. */
export interface FileForm {
  suffix: "" | ".br" | ".gz";
  bytes: Uint8Array;
}

/** The bytes and their finished encodings, where those are smaller. */
export async function formsOf(path: string, bytes: Buffer): Promise<FileForm[]> {
  return [{ suffix: "", bytes }, ...(await compressFile(path, bytes))];
}

/** The site while it is being made: the paths of its files and all that is written below them. */
export class SiteDraft {
  readonly #folder: string;
  readonly #written = new Set<string>();
  readonly #paths = new Set<string>();

  /** @param folder empty, and nobody else's */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The files of the site, their encodings left out. */
  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  /** Every file that was written, encodings included. */
  get written(): ReadonlySet<string> {
    return this.#written;
  }

  async write(path: string, forms: readonly FileForm[]): Promise<void> {
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    this.#paths.add(path);
    for (const { suffix, bytes } of forms) {
      await writeFile(`${file}${suffix}`, bytes);
      this.#written.add(`${path}${suffix}`);
    }
  }

  /** Writes a file with all its forms. */
  async add(path: string, bytes: Buffer): Promise<void> {
    await this.write(path, await formsOf(path, bytes));
  }
}
