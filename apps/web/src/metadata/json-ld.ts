import { describeOwner, type JsonLd } from "@triptych/exchange";
import type { Cv } from "@triptych/schema";

/** The home page for search engines (schema.org ProfilePage, with the person as its subject). */
export function describeProfile(cv: Cv, site: string): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    url: `${site}/`,
    isPartOf: {
      "@type": "WebSite",
      "@id": `${site}/#website`,
      url: `${site}/`,
      name: cv.profile.name,
    },
    mainEntity: describeOwner(cv, site),
  };
}

/** The way to a page, for search results (schema.org BreadcrumbList). */
export function describeWay(
  site: string,
  steps: readonly { name: string; path: string }[],
): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: `${site}${path}`,
    })),
  };
}

/** JSON that may stand in a script element: nothing in it can end the element. */
export function serializeJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
}
