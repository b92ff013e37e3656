import type { Metadata } from "next";
import { siteAddress } from "./record.ts";

interface PageText {
  /** The title without the owner's name, except on the home page. */
  title: string;
  description: string;
  /** Path with slashes at both ends. */
  path: string;
}

/** Title, description and the page's own address. */
export function pageMetadata({ title, description, path }: PageText): Metadata {
  const url = `${siteAddress()}${path}`;
  return { title, description, alternates: { canonical: url }, openGraph: { title, description, url, type: path === "/" ? "profile" : "article" } };
}
