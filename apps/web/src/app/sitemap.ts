import type { MetadataRoute } from "next";
import { readPublications, siteAddress } from "../record.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  const pages = ["/", "/publications/", "/cv/", "/digest/", ...readPublications().map(({ id }) => `/publications/${id}/`)];
  return pages.map((path) => ({ url: `${siteAddress()}${path}` }));
}
