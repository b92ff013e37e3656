import type { Cv } from "@triptych/schema";
import { join } from "node:path";
import { exportFolder } from "../env.ts";
import { writePreviews } from "../preview/write-previews.ts";
import { SiteDraft } from "../seal/site-draft.ts";
import { type SealResult, sealSite } from "../seal/seal-site.ts";
import { sitePlace } from "../record.ts";
import { listDroppedPageFiles, listEmptyPageFiles, listPageFiles } from "../site-map.ts";
import { exportSite } from "./export-site.ts";
import { findKeptPages, writeKeptList } from "./kept-pages.ts";
import { addSmallFiles } from "./make-additions.ts";
import { prepare } from "./prepare.ts";

export interface SiteInput {
  cv: Cv;
  /** Folder of everything made at run time. */
  state: string;
  /** Identity of this program. */
  program: string;
  documents: Promise<ReadonlyMap<string, Buffer>>;
}

export type MadeSite = (SealResult & { draft: SiteDraft }) | { kind: "failed"; code: number };

/** Makes the whole site in an empty folder: from the export, and from what is kept. */
export async function makeSite(
  { cv, state, program, documents }: SiteInput,
  folder: string,
): Promise<MadeSite> {
  const kept = (name: string) => join(state, "kept", name);
  await prepare({ cv, program, folder: join(state, "web"), keptFonts: kept("fonts") });
  const place = sitePlace();
  const draft = new SiteDraft(folder);
  const keptList = join(state, "web", "kept-pages.json");
  // Next compiles for longer than it takes to find what it need not make.
  const finding = findKeptPages({ program, place }, kept("pages"));
  const listing = finding.then(
    (found) => writeKeptList(keptList, found.kept.keys()),
    () => writeKeptList(keptList, []),
  );
  const [code] = await Promise.all([exportSite(keptList), listing, addSmallFiles(cv, draft)]);
  const pages = await finding;
  if (code !== 0) return { kind: "failed", code };
  const result = await sealSite({
    draft,
    exported: exportFolder(),
    kept: pages.kept,
    seal: pages.seal,
    place,
    pages: {
      called: listPageFiles(cv),
      allowed: listEmptyPageFiles(),
      dropped: listDroppedPageFiles(cv),
    },
    add: (previews) =>
      writePreviews({
        cv,
        previews,
        program,
        folder: kept("previews"),
        put: (path, png) => draft.add(path, png),
      }),
    documents,
  });
  await pages.forgetUnused();
  return { ...result, draft };
}
