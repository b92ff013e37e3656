import { type AppearanceKind, type Cv, createRoster, type PrintedName, printedForm, type Work } from "@triptych/schema";
import { type CitedForm, findCitedForm } from "./cited-form.ts";

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

/** Types of schema.org; what is not named is a ScholarlyArticle. */
const TYPES: Partial<Record<AppearanceKind, string>> = {
  thesis: "Thesis",
  "master-thesis": "Thesis",
  book: "Book",
  "edited-book": "Book",
  translation: "Book",
  chapter: "Chapter",
  review: "Review",
  report: "Report",
  patent: "CreativeWork",
  dataset: "Dataset",
  software: "SoftwareSourceCode",
  poster: "Poster",
  other: "CreativeWork",
};

/** Where a work appeared (schema.org Periodical, PublicationVolume); for a thesis, the school. */
function describeVenue({ appearance, venue }: CitedForm): JsonLd {
  const { kind, volume, issue, pages, publisher, isbn } = appearance;
  const isPartOf =
    kind === "chapter"
      ? { "@type": "Book", name: venue, ...(isbn === undefined ? {} : { isbn }) }
      : kind === "journal" || kind === "review"
        ? { "@type": "Periodical", name: venue }
        : { "@type": "PublicationVolume", name: venue, ...(volume === undefined ? {} : { volumeNumber: volume }) };
  return {
    ...(venue === undefined
      ? {}
      : kind === "thesis" || kind === "master-thesis"
        ? { sourceOrganization: { "@type": "Organization", name: venue } }
        : { isPartOf }),
    ...(kind !== "journal" || volume === undefined ? {} : { volumeNumber: volume }),
    ...(issue === undefined ? {} : { issueNumber: issue }),
    ...(pages === undefined ? {} : { pagination: pages }),
    ...(publisher === undefined ? {} : { publisher: { "@type": "Organization", name: publisher } }),
  };
}

/** Authors, editors or translators, by the properties of schema.org. */
function describeMakers({ authors, appearances: [cited] }: Work, describe: (author: PrintedName) => JsonLd): JsonLd {
  const made = authors.map(describe);
  if (cited?.kind === "edited-book") return { editor: made };
  if (cited?.kind !== "translation") return { author: made };
  const original = cited.translationOf;
  return { translator: made, ...(original === undefined ? {} : { author: original.authors.map(describe) }) };
}

/** Where else the work itself is to be found. */
function listSameAs({ appearances }: Work): string[] {
  const addresses = appearances.flatMap(({ doi, arxiv, links }) => [
    ...(doi === undefined ? [] : [`https://doi.org/${doi}`]),
    ...(arxiv === undefined ? [] : [`https://arxiv.org/abs/${arxiv}`]),
    ...links.filter(({ type }) => type === "paper" || type === "preprint").map(({ url }) => url),
  ]);
  return [...new Set(addresses)];
}

/** A paper for search engines and reference managers (schema.org ScholarlyArticle, Thesis); only what the record holds. */
export function describeWork(cv: Cv, work: Work, site: string): JsonLd {
  const roster = createRoster(cv);
  const form = findCitedForm(cv, work);
  const cited = form?.appearance;
  const url = `${site}/publications/${work.id}/`;
  const sameAs = listSameAs(work);
  return {
    "@context": "https://schema.org",
    "@type": TYPES[cited?.kind ?? "other"] ?? "ScholarlyArticle",
    "@id": `${url}#work`,
    url,
    name: work.title,
    headline: work.title,
    ...describeMakers(work, (author) =>
      roster.isOwner(author) ? { "@type": "Person", "@id": `${site}/#person`, name: printedForm(author) } : { "@type": "Person", name: printedForm(author) },
    ),
    ...(cited?.isbn === undefined || cited.kind === "chapter" ? {} : { isbn: cited.isbn }),
    ...(cited?.date === undefined ? {} : { datePublished: cited.date }),
    ...(form === undefined ? {} : describeVenue(form)),
    ...(cited?.doi === undefined ? {} : { identifier: { "@type": "PropertyValue", propertyID: "DOI", value: cited.doi } }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
    ...(work.topics.length === 0 ? {} : { keywords: work.topics }),
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
