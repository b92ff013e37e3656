import { listFiles } from "@triptych/publish";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NamedPreview } from "../preview/named-picture.ts";
import { classifyFile } from "./classify-file.ts";
import { headersFile } from "./hosting.ts";
import { findMissing } from "./references.ts";
import type { SealedFile, SealOutcome } from "./sealed-file.ts";
import { AT_ROOT, type SitePlace } from "./site-place.ts";
import type { SiteDraft } from "./site-draft.ts";

export interface SealInput {
  draft: SiteDraft;
  /** The folder Next exported. */
  exported: string;
  /** Pages that need no export, since they were sealed before and nothing of them has changed. */
  kept: ReadonlyMap<string, SealedFile>;
  /** Seals what belongs to the site; see `sealFile`. */
  seal: (path: string, bytes: Buffer) => Promise<SealOutcome>;
  /**
   * Paths of all pages that the record calls for, of those that may stand beside them, and of those
   * that are exported though the record wants none.
   */
  pages: { called: readonly string[]; allowed: readonly string[]; dropped?: readonly string[] };
  /** Adds what the build makes beside the export: icons, citations, the previews named by pages. */
  add: (previews: readonly NamedPreview[]) => Promise<void>;
  place?: SitePlace;
  /** The finished PDFs, by name; those the record calls for are all there. */
  documents: Promise<ReadonlyMap<string, Buffer>>;
}

export type SealResult =
  | { kind: "sealed"; pages: number; files: number }
  | { kind: "refused"; reasons: string[] };

/** Files in hand at once: compressing runs on the threads of Node's pool, which are four. */
const AT_ONCE = 4;

async function forEachAtOnce<T>(items: Iterable<T>, work: (item: T) => Promise<void>) {
  const queue = [...items].values();
  const workNext = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workNext));
}

interface Sealed {
  reasons: string[];
  files: Map<string, Omit<SealedFile, "forms">>;
}

/** Seals the export and takes over the kept pages; the draft has them all afterwards. */
async function sealExport({ draft, exported, kept, seal, pages }: SealInput): Promise<Sealed> {
  const { reasons, files }: Sealed = { reasons: [], files: new Map() };
  const put = async (path: string, { forms, ...known }: SealedFile): Promise<void> => {
    await draft.write(path, forms);
    files.set(path, known);
  };
  await forEachAtOnce(await listFiles(exported), async (path) => {
    const verdict = classifyFile(path);
    if (verdict === "unknown") reasons.push(`${path}: the seal has no rule for this file`);
    if ((verdict !== "page" && verdict !== "keep") || pages.dropped?.includes(path)) return;
    const outcome = await seal(path, await readFile(join(exported, path)));
    if (outcome.kind === "sealed") await put(path, outcome.file);
    else reasons.push(`${path}: ${outcome.reason}`);
  });
  const further = [...kept].filter(([path]) => !files.has(path));
  await forEachAtOnce(further, ([path, file]) => put(path, file));
  return { reasons, files };
}

/** Pages that the record calls for and the site lacks, and the other way round. */
function comparePages({ called, allowed }: SealInput["pages"], files: Sealed["files"]): string[] {
  const wanted = new Set([...called, ...allowed]);
  const present = [...files].filter(([, { kind }]) => kind === "page").map(([path]) => path);
  return [
    ...called
      .filter((path) => !files.has(path))
      .map((path) => `${path}: the record calls for this page, and it was not exported`),
    ...present
      .filter((path) => !wanted.has(path))
      .map((path) => `${path}: the record does not call for this page`),
  ];
}

function listPreviews(files: Sealed["files"]): NamedPreview[] {
  return [...files].flatMap(([path, { preview }]) =>
    preview === undefined ? [] : [{ page: `/${path.replace(/index\.html$/, "")}`, ...preview }],
  );
}

/** What files of the site refer to and the site does not hold. */
function findBroken(files: Sealed["files"], paths: ReadonlySet<string>, base: string): string[] {
  return [...files].flatMap(([path, { references, preview }]) => [
    ...findMissing(path, references, paths, base).map(
      (missing) => `${path}: refers to ${missing}, which is not part of the site`,
    ),
    ...(preview === undefined || paths.has(preview.picture)
      ? []
      : [`${path}: names the picture ${preview.picture}, which was not drawn`]),
  ]);
}

/**
 * Makes the site that visitors get out of the export: no runtime, finished encodings, the PDFs, the
 * headers. Fails on any unknown shape, and where the pages are not those of the record.
 */
export async function sealSite(input: SealInput): Promise<SealResult> {
  const { draft, pages, add, documents, place = AT_ROOT } = input;
  const { reasons, files } = await sealExport(input);
  reasons.push(...comparePages(pages, files));
  await add(listPreviews(files));
  for (const [name, bytes] of await documents) await draft.write(name, [{ suffix: "", bytes }]);
  reasons.push(...findBroken(files, draft.paths, place.base));
  if (reasons.length > 0) return { kind: "refused", reasons: reasons.sort() };
  await draft.write("_headers", [{ suffix: "", bytes: Buffer.from(headersFile(place)) }]);
  const all = [...files.values()];
  const count = all.filter(({ kind }) => kind === "page").length;
  return { kind: "sealed", pages: count, files: all.length - count };
}
