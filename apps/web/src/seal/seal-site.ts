import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { namedPicture } from "../preview/named-picture.ts";
import { classifyFile } from "./classify-file.ts";
import { compressFile } from "./compress.ts";
import { sealPage } from "./seal-page.ts";
import { headersFile, SECURITY_HEADERS } from "./security-headers.ts";

export interface SealInput {
  /** The folder Next exported. */
  exported: string;
  /** Folder with the finished PDFs; `cv.pdf` must be among them. */
  pdfs: string;
  /** Folder with the icons and link previews, each at its path in the site. */
  pictures: string;
  /** Where the sealed site goes; replaced as a whole. */
  site: string;
  /** Where the header set goes, for the server that hands out the site. */
  headers: string;
}

export type SealResult = { kind: "sealed"; pages: number; files: number } | { kind: "refused"; reasons: string[] };

async function writeWithForms(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  for (const form of await compressFile(file, bytes)) await writeFile(`${file}${form.suffix}`, form.bytes);
}

/** Swaps the finished folder in; a run that fails before this leaves the old site as it was. */
async function replaceFolder(next: string, target: string): Promise<void> {
  const old = `${target}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  });
  await rename(next, target);
  await rm(old, { recursive: true, force: true });
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** References to files of the build that were not kept. */
function danglingReferences(html: string, kept: ReadonlySet<string>): string[] {
  const references = [...html.matchAll(/(?:href|src)="\/(_next\/[^"?#]+)/g)].flatMap(([, path]) => (path === undefined ? [] : [path]));
  return references.filter((path) => !kept.has(path));
}

/** Makes the site that visitors get out of the export: no runtime, finished encodings, the PDFs, the headers. Fails on any unknown shape. */
export async function sealSite({ exported, pdfs, pictures, site, headers }: SealInput): Promise<SealResult> {
  const files = await listFiles(exported);
  const reasons = files.filter((path) => classifyFile(path) === "unknown").map((path) => `${path}: the seal has no rule for this file`);
  const kept = new Set(files.filter((path) => classifyFile(path) === "keep"));
  const drawn = new Set(await listFiles(pictures));
  const draft = `${site}.next`;
  await rm(draft, { recursive: true, force: true });
  let pages = 0;
  for (const path of files) {
    const verdict = classifyFile(path);
    if (verdict !== "page" && verdict !== "keep") continue;
    const bytes = await readFile(join(exported, path));
    if (verdict === "keep") {
      await writeWithForms(join(draft, path), bytes);
      continue;
    }
    const sealed = sealPage(bytes.toString("utf8"));
    if (sealed.kind === "unknown") reasons.push(`${path}: ${sealed.reason}`);
    else {
      reasons.push(...danglingReferences(sealed.html, kept).map((reference) => `${path}: refers to ${reference}, which is not part of the site`));
      const picture = namedPicture(sealed.html)?.picture;
      if (picture !== undefined && !drawn.has(picture)) reasons.push(`${path}: names the picture ${picture}, which was not drawn`);
      await writeWithForms(join(draft, path), Buffer.from(sealed.html));
      pages += 1;
    }
  }
  const documents = await readdir(pdfs).catch((): string[] => []);
  if (!documents.includes("cv.pdf")) reasons.push(`${pdfs} holds no cv.pdf; build the PDF first`);
  if (reasons.length > 0) {
    await rm(draft, { recursive: true, force: true });
    return { kind: "refused", reasons };
  }
  for (const name of documents.filter((document) => document.endsWith(".pdf"))) await cp(join(pdfs, name), join(draft, name));
  await cp(pictures, draft, { recursive: true });
  await writeFile(join(draft, "_headers"), headersFile());
  await writeFile(headers, `${JSON.stringify(SECURITY_HEADERS, null, 2)}\n`);
  await replaceFolder(draft, site);
  return { kind: "sealed", pages, files: kept.size };
}
