import { type Cv, createRoster, printedForm, type Work } from "@triptych/schema";

type JsonLd = Record<string, unknown>;

/** The owner, under one address on all pages. */
function describeOwner(cv: Cv, site: string): JsonLd {
  const { name, aliases, emails, orcid, links } = cv.profile;
  const current = cv.positions.find((position) => position.period.end === "present");
  const elsewhere = [...(orcid === undefined ? [] : [`https://orcid.org/${orcid}`]), ...links.map((link) => link.url)];
  return {
    "@type": "Person",
    "@id": `${site}/#person`,
    name,
    url: `${site}/`,
    ...(aliases.length === 0 ? {} : { alternateName: aliases }),
    ...(emails.length === 0 ? {} : { email: emails.map((email) => `mailto:${email}`) }),
    ...(elsewhere.length === 0 ? {} : { sameAs: elsewhere }),
    ...(current === undefined ? {} : { jobTitle: current.title, affiliation: { "@type": "Organization", name: current.institution.name } }),
  };
}

/** The home page for search engines (schema.org ProfilePage, with the person as its subject). */
export function describeProfile(cv: Cv, site: string): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    url: `${site}/`,
    isPartOf: { "@type": "WebSite", "@id": `${site}/#website`, url: `${site}/`, name: cv.profile.name },
    mainEntity: describeOwner(cv, site),
  };
}

/** A paper for search engines and reference managers (schema.org ScholarlyArticle, Thesis); only what the record holds. */
export function describeWork(cv: Cv, work: Work, site: string): JsonLd {
  const roster = createRoster(cv);
  const [cited] = work.appearances;
  const venue = cv.venues.find(({ id }) => id === cited?.venue);
  const url = `${site}/publications/${work.id}/`;
  return {
    "@context": "https://schema.org",
    "@type": cited?.kind === "thesis" ? "Thesis" : "ScholarlyArticle",
    "@id": `${url}#work`,
    url,
    headline: work.title,
    author: work.authors.map((author) =>
      roster.isOwner(author) ? { "@type": "Person", "@id": `${site}/#person`, name: printedForm(author) } : { "@type": "Person", name: printedForm(author) },
    ),
    ...(cited?.date === undefined ? {} : { datePublished: cited.date }),
    ...(venue === undefined || cited?.kind === "thesis"
      ? {}
      : { isPartOf: { "@type": venue.kind === "journal" ? "Periodical" : "PublicationVolume", name: venue.name } }),
    ...(cited?.doi === undefined ? {} : { sameAs: `https://doi.org/${cited.doi}` }),
    ...(work.abstract === undefined ? {} : { abstract: work.abstract }),
  };
}

/** The way to a page, for search results (schema.org BreadcrumbList). */
export function describeWay(site: string, steps: readonly { name: string; path: string }[]): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({ "@type": "ListItem", position: index + 1, name, item: `${site}${path}` })),
  };
}

/** JSON that may stand in a script element: nothing in it can end the element. */
export function serializeJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
}
