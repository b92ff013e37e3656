import { identify, KeptFiles } from "@triptych/publish";
import { spawn } from "node:child_process";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { productionEnvironment } from "../env.ts";
import type { SitePlace } from "../seal/site-place.ts";
import {
  packSealed,
  type SealedFile,
  sealFile,
  type SealOutcome,
  unpackSealed,
} from "../seal/sealed-file.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const HOOKS = [join(ROOT, "scripts/jsx.mjs"), join(import.meta.dirname, "page-hooks.ts")];

/** The identities of the pages that may be kept, by their paths; see `identify-pages.ts`. */
async function identifyPages(): Promise<Record<string, string>> {
  const child = spawn(
    process.execPath,
    [
      ...HOOKS.flatMap((hook) => ["--import", `file://${hook}`]),
      join(import.meta.dirname, "identify-pages.ts"),
    ],
    { env: productionEnvironment(), stdio: ["ignore", "pipe", "inherit"] },
  );
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (ended) => done(ended ?? 1));
  });
  if (code !== 0) throw new Error(`identifying the pages ended with ${code}`);
  const identities: Record<string, string> = JSON.parse(text);
  return identities;
}

/** Sealed files of earlier builds that this one may take over, and where its own are kept. */
export interface KeptPages {
  /** Pages that need no export. */
  kept: Map<string, SealedFile>;
  seal: (path: string, bytes: Buffer) => Promise<SealOutcome>;
  forgetUnused: () => Promise<void>;
}

/**
 * Finds the pages of works and co-authors that earlier builds have sealed, and which are still what
 * code and record make them.
 * @param site identity of this program, and where the site stands
 * @param folder where sealed files are kept
 */
export async function findKeptPages(
  { program, place }: { program: string; place: SitePlace },
  folder: string,
): Promise<KeptPages> {
  const store = new KeptFiles(folder);
  const stands = JSON.stringify(place);
  const identities = new Map<string, string>();
  const kept = new Map<string, SealedFile>();
  for (const [path, page] of Object.entries(await identifyPages())) {
    const identity = identify([
      ["program", program],
      ["place", stands],
      ["page", page],
    ]);
    identities.set(path, identity);
    const bytes = await store.get(identity);
    if (bytes !== undefined) kept.set(path, unpackSealed(bytes));
  }
  const seal = async (path: string, bytes: Buffer): Promise<SealOutcome> => {
    const exported = identify([
      ["program", program],
      ["place", stands],
      ["path", path],
      ["exported", bytes],
    ]);
    const identity = identities.get(path) ?? exported;
    const known = await store.get(identity);
    if (known !== undefined) return { kind: "sealed", file: unpackSealed(known) };
    const outcome = await sealFile(path, bytes, place);
    if (outcome.kind === "sealed") await store.keep(identity, packSealed(outcome.file));
    return outcome;
  };
  return { kept, seal, forgetUnused: () => store.forgetUnused() };
}

/**
 * Tells the export which pages to leave out; see `paramsOf`, which waits for the list. It appears
 * whole.
 */
export async function writeKeptList(file: string, paths: Iterable<string>): Promise<void> {
  await writeFile(`${file}.next`, JSON.stringify([...paths]));
  await rename(`${file}.next`, file);
}
