import { listVariants, pdfFileName } from "@triptych/view";
import { SECTION_ADDRESSES } from "./addresses.ts";
import { readCoauthors, readPublications, readRecord, readSectionPages } from "./record.ts";
import { language, words } from "./words.ts";

export interface PageLink {
  href: string;
  text: string;
}

/** The pages of the navigation; only those the record has something for. */
export function listMainPages(): PageLink[] {
  return [
    ...(readPublications().length === 0
      ? []
      : [{ href: "/publications/", text: words.pages.publications }]),
    ...(readCoauthors().length === 0
      ? []
      : [{ href: "/co-authors/", text: words.pages.coauthors }]),
    ...readSectionPages().map(({ id, name }) => ({ href: SECTION_ADDRESSES[id], text: name })),
    { href: "/cv/", text: words.pages.cvInShort },
  ];
}

/**
 * Every variant of the CV as a PDF file; the full one is first where the record does not say
 * otherwise.
 */
export function listPdfFiles(): PageLink[] {
  return listVariants(readRecord(), language).map((variant) => ({
    href: `/${pdfFileName(variant)}`,
    text: variant.title,
  }));
}
