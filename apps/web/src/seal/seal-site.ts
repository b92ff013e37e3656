import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findNamedPicture } from "../preview/named-picture.ts";
import { classifyFile } from "./classify-file.ts";
import { compressFile, isCompressible } from "./compress.ts";
import { caddyFile, headersFile, nginxFiles } from "./hosting.ts";
import { findMissing, listPageReferences, listStyleReferences } from "./references.ts";
import { sealPage } from "./seal-page.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

export interface SealInput {
  /** The folder Next exported. */
  exported: string;
  /** Folder with the finished PDFs; `cv.pdf` must be among them. */
  pdfs: string;
  /**
   * Folder with what the build makes beside the export: icons, link previews, citations, each at
   * its path in the site; resolved once all are there. Its files are moved.
   */
  additions: Promise<string>;
  /** Where the sealed site goes; replaced as a whole. */
  site: string;
  /** Where the header set goes, for the server that hands out the site. */
  headers: string;
  /** Folder for what other servers include: nginx and Caddy. It is not served. */
  hosting: string;
}

export type SealResult =
  | { kind: "sealed"; pages: number; files: number }
  | { kind: "refused"; reasons: string[] };

/** Files in hand at once: compressing runs on the threads of Node's pool, which are four. */
const AT_ONCE = 4;

async function forEachAtOnce(
  paths: Iterable<string>,
  work: (path: string) => Promise<void>,
): Promise<void> {
  const queue = [...paths].values();
  const workNext = async (): Promise<void> => {
    for (const path of queue) await work(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workNext));
}

async function writeForms(file: string, bytes: Buffer): Promise<void> {
  for (const form of await compressFile(file, bytes))
    await writeFile(`${file}${form.suffix}`, form.bytes);
}

async function writeWithForms(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  await writeForms(file, bytes);
}

/**
 * Moves a file into the site: writing thousands of them a second time would take longer than all
 * pictures.
 */
async function moveWithForms(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  if (isCompressible(to)) await writeForms(to, await readFile(to));
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

async function writeHosting(folder: string): Promise<void> {
  const nginx = nginxFiles();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "nginx-http.conf"), nginx.http);
  await writeFile(join(folder, "nginx-server.conf"), nginx.server);
  await writeFile(join(folder, "Caddyfile"), caddyFile());
}

/**
 * Makes the site that visitors get out of the export: no runtime, finished encodings, the PDFs, the
 * headers. Fails on any unknown shape.
 */
export async function sealSite({
  exported,
  pdfs,
  additions,
  site,
  headers,
  hosting,
}: SealInput): Promise<SealResult> {
  const files = await listFiles(exported);
  const reasons = files
    .filter((path) => classifyFile(path) === "unknown")
    .map((path) => `${path}: the seal has no rule for this file`);
  const documents = (await readdir(pdfs).catch((): string[] => [])).filter((document) =>
    document.endsWith(".pdf"),
  );
  if (!documents.includes("cv.pdf")) reasons.push(`${pdfs} holds no cv.pdf; build the PDF first`);
  const kept = new Set(files.filter((path) => classifyFile(path) === "keep"));
  const named: { path: string; references: readonly string[]; picture?: string | undefined }[] = [];
  const draft = `${site}.next`;
  await rm(draft, { recursive: true, force: true });
  const sealFile = async (path: string): Promise<"page" | undefined> => {
    const verdict = classifyFile(path);
    if (verdict !== "page" && verdict !== "keep") return undefined;
    const bytes = await readFile(join(exported, path));
    if (verdict === "keep") {
      if (path.endsWith(".css"))
        named.push({ path, references: listStyleReferences(bytes.toString("utf8")) });
      await writeWithForms(join(draft, path), bytes);
      return undefined;
    }
    const sealed = sealPage(bytes.toString("utf8"));
    if (sealed.kind === "unknown") {
      reasons.push(`${path}: ${sealed.reason}`);
      return undefined;
    }
    named.push({
      path,
      references: listPageReferences(sealed.document),
      picture: findNamedPicture(sealed.document)?.picture,
    });
    await writeWithForms(join(draft, path), Buffer.from(sealed.html));
    return "page";
  };
  let pages = 0;
  const sealAll = forEachAtOnce(files, async (path) => {
    if ((await sealFile(path)) === "page") pages += 1;
  });
  // What is added is still being made: pages are sealed beside it, and what they name is looked for
  // when both are done.
  const [{ folder, added }] = await Promise.all([
    additions.then(async (made) => ({ folder: made, added: new Set(await listFiles(made)) })),
    sealAll,
  ]);
  const finished = new Set([
    ...files.filter((path) => ["keep", "page"].includes(classifyFile(path))),
    ...documents,
    ...added,
  ]);
  for (const { path, references, picture } of named) {
    reasons.push(
      ...findMissing(path, references, finished).map(
        (missing) => `${path}: refers to ${missing}, which is not part of the site`,
      ),
    );
    if (picture !== undefined && !added.has(picture))
      reasons.push(`${path}: names the picture ${picture}, which was not drawn`);
  }
  if (reasons.length > 0) {
    await rm(draft, { recursive: true, force: true });
    return { kind: "refused", reasons: reasons.sort() };
  }
  for (const name of documents) await cp(join(pdfs, name), join(draft, name));
  await forEachAtOnce(added, (path) => moveWithForms(join(folder, path), join(draft, path)));
  await writeFile(join(draft, "_headers"), headersFile());
  await writeFile(headers, `${JSON.stringify(SECURITY_HEADERS, null, 2)}\n`);
  await writeHosting(hosting);
  await replaceFolder(draft, site);
  return { kind: "sealed", pages, files: kept.size };
}
