import type { MetadataRoute } from "next";
import { coauthorAddress, workAddress } from "../addresses.ts";
import { readCoauthors } from "../coauthors.ts";
import { readPublications, siteAddress } from "../record.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  const pages = [
    "/",
    "/publications/",
    "/cv/",
    "/digest/",
    "/co-authors/",
    ...readPublications().map(({ id }) => workAddress(id)),
    ...readCoauthors().map(({ id }) => coauthorAddress(id)),
  ];
  return pages.map((path) => ({ url: `${siteAddress()}${path}` }));
}
