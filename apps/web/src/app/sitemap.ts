import type { MetadataRoute } from "next";
import { readRecord, siteAddress } from "../record.ts";
import { listPages } from "../site-map.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  return listPages(readRecord()).map(({ path, lastModified }) => ({
    url: `${siteAddress()}${path}`,
    ...(lastModified === undefined ? {} : { lastModified }),
  }));
}
