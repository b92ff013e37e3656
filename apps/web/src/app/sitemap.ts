import type { MetadataRoute } from "next";
import { workAddress } from "../addresses.ts";
import { readPublications, siteAddress } from "../record.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  const pages = ["/", "/publications/", "/kinds/", "/venues/", "/cv/", "/digest/", ...readPublications().map(({ id }) => workAddress(id))];
  return pages.map((path) => ({ url: `${siteAddress()}${path}` }));
}
