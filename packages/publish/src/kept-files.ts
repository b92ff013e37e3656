import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

/**
 * Results of earlier runs under the identity of what they were made of (see `identify`). It names
 * nothing: whoever asks knows what the present record holds, and asks for that alone.
 */
export class KeptFiles {
  readonly #folder: string;
  readonly #used = new Set<string>();

  /** @param folder its own folder; made when something is kept */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(identity: string): Promise<Buffer | undefined> {
    this.#used.add(identity);
    return readFile(join(this.#folder, identity)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
  }

  /** Whole or not at all: a run that is stopped leaves no half of a result behind. */
  async keep(identity: string, bytes: Uint8Array): Promise<void> {
    this.#used.add(identity);
    const file = join(this.#folder, identity);
    const draft = `${file}.${process.pid}.tmp`;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, file);
  }

  /** What is kept under the identity, else what is made, which is kept from then on. */
  async getOrMake(identity: string, make: () => Promise<Uint8Array> | Uint8Array): Promise<Buffer> {
    const known = await this.get(identity);
    if (known !== undefined) return known;
    const made = Buffer.from(await make());
    await this.keep(identity, made);
    return made;
  }

  /** Lets go of what this run has not asked for. */
  async forgetUnused(): Promise<void> {
    const names = await readdir(this.#folder).catch((): string[] => []);
    const unused = names.filter((name) => !this.#used.has(name));
    await Promise.all(unused.map((name) => rm(join(this.#folder, name), { force: true })));
  }
}
