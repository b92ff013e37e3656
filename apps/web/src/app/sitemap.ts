import type { MetadataRoute } from "next";
import { workAddress } from "../addresses.ts";
import { listMainPages } from "../pages.ts";
import { readPublications, siteAddress } from "../record.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  const pages = [
    ...new Set(["/", "/publications/", ...listMainPages().map(({ href }) => href), "/digest/", "/colophon/"]),
    ...readPublications().map(({ id }) => workAddress(id)),
  ];
  return pages.map((path) => ({ url: `${siteAddress()}${path}` }));
}
