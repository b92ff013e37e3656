import { deserialize, serialize } from "node:v8";
import { findNamedPicture, type PagePreview } from "../preview/named-picture.ts";
import { moveStyleBelow } from "./base-path.ts";
import { listPageReferences, listStyleReferences } from "./references.ts";
import { pagePolicy } from "./security-headers.ts";
import { sealPage } from "./seal-page.ts";
import { AT_ROOT, type SitePlace } from "./site-place.ts";
import { type FileForm, formsOf } from "./site-draft.ts";

/** A file of the export as visitors get it, and what it says of others. */
export interface SealedFile {
  kind: "page" | "file";
  forms: FileForm[];
  /** Every address it loads. */
  references: string[];
  /** The picture for link previews that a page names. */
  preview?: PagePreview;
}

export type SealOutcome =
  | { kind: "sealed"; file: SealedFile }
  | { kind: "unknown"; reason: string };

async function sealPageFile(path: string, bytes: Buffer, place: SitePlace): Promise<SealOutcome> {
  const sealed = sealPage(bytes.toString("utf8"), place, pagePolicy(place));
  if (sealed.kind === "unknown") return sealed;
  const preview = findNamedPicture(sealed.document, place.base);
  const file: SealedFile = {
    kind: "page",
    forms: await formsOf(path, Buffer.from(sealed.html)),
    references: listPageReferences(sealed.document),
    ...(preview === undefined ? {} : { preview }),
  };
  return { kind: "sealed", file };
}

/**
 * Seals a file that belongs to the site, by its path. Anything unknown is a reason to stop.
 */
export async function sealFile(path: string, bytes: Buffer, place = AT_ROOT): Promise<SealOutcome> {
  if (path.endsWith(".html")) return sealPageFile(path, bytes, place);
  const isStyle = path.endsWith(".css");
  const moved = isStyle ? Buffer.from(moveStyleBelow(place.base, bytes.toString("utf8"))) : bytes;
  const references = isStyle ? listStyleReferences(moved.toString("utf8")) : [];
  return {
    kind: "sealed",
    file: { kind: "file", forms: await formsOf(path, moved), references },
  };
}

/** The form in which a sealed file is kept for the next build. */
export function packSealed(file: SealedFile): Buffer {
  return serialize(file);
}

export function unpackSealed(bytes: Buffer): SealedFile {
  const file: SealedFile = deserialize(bytes);
  return file;
}
