import { isolate, isolatedText, type Publication } from "@triptych/view";
import { stop } from "@triptych/words/sentence";
import type { Metadata } from "next";
import { FORMATS } from "../bibliography.ts";
import { PREVIEW_SIZE } from "../preview/preview-size.ts";
import { readRecord, siteAddress } from "../record.ts";
import { words } from "../words.ts";

interface PageText {
  /** The title without the owner's name, except on the home page. */
  title: string;
  description: string;
  /** Path with slashes at both ends. */
  path: string;
  /** Path, without its ending, of the files that hold the page's works. */
  files?: string;
}

/**
 * A work in one line: title, people, venue. Two works differ by their titles where the rest is the
 * same; long lists of people are cut as in lists.
 */
export function describeInBrief({ title, listedAuthors, venue }: Publication): string {
  return [isolate(title), isolatedText(listedAuthors), isolatedText(venue)].map(stop).join(" ");
}

/** Addresses of the files by their types, for `<link rel="alternate">`. */
function fileTypes(files: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FORMATS).map(([format, { type }]) => [
      type,
      `${siteAddress()}${files}.${format}`,
    ]),
  );
}

/** Title, description and the page's own address. */
export function pageMetadata({ title, description, path, files }: PageText): Metadata {
  const url = `${siteAddress()}${path}`;
  return {
    title,
    description,
    alternates: { canonical: url, ...(files === undefined ? {} : { types: fileTypes(files) }) },
    openGraph: {
      title,
      description,
      url,
      type: path === "/" ? "profile" : "article",
      siteName: readRecord().profile.name,
      locale: words.locale,
      images: [{ url: `${url}og.png`, ...PREVIEW_SIZE, alt: title }],
    },
    twitter: { card: "summary_large_image" },
  };
}
