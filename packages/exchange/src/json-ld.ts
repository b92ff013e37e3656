import { type AppearanceKind, type Cv, createRoster, type PrintedName, printedForm, type Work } from "@triptych/schema";
import { type CitedForm, findCitedForm } from "./cited-form.ts";
import type { Loss } from "./loss.ts";

/** Data in the words of schema.org. */
export type JsonLd = Record<string, unknown>;

/** The owner, under one address on all pages. */
export function describeOwner(cv: Cv, site: string): JsonLd {
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

/** Lists of the record that schema.org has no words for, or none that anybody reads. */
const HOMELESS = [
  "positions",
  "grants",
  "talks",
  "courses",
  "tutorials",
  "mentees",
  "service",
  "organisation",
  "media",
  "exhibitions",
  "projects",
  "consulting",
  "certificates",
  "references",
  "figures",
  "variants",
] as const satisfies readonly (keyof Cv)[];

function describeCareer({ education, awards, memberships, skills, languages, profile }: Cv): JsonLd {
  const known = [...profile.interests, ...skills.flatMap((area) => area.skills)];
  return {
    ...(profile.summary === undefined ? {} : { description: profile.summary }),
    ...(education.length === 0 ? {} : { alumniOf: education.map(({ institution }) => ({ "@type": "EducationalOrganization", name: institution.name })) }),
    ...(awards.length === 0 ? {} : { award: awards.map(({ title, date }) => `${title}, ${date.slice(0, 4)}`) }),
    ...(memberships.length === 0 ? {} : { memberOf: memberships.map(({ body }) => ({ "@type": "Organization", name: body })) }),
    ...(known.length === 0 ? {} : { knowsAbout: known }),
    ...(languages.length === 0 ? {} : { knowsLanguage: languages.map(({ language }) => language) }),
  };
}

/** The person and the works as one graph in JSON-LD, with the vocabulary of schema.org; addresses are below the site of the settings. */
export function toJsonLd(cv: Cv): { text: string; losses: Loss[] } {
  const site = (cv.settings.url ?? "").replace(/\/$/, "");
  const graph = [
    { ...describeOwner(cv, site), ...describeCareer(cv) },
    ...cv.publications.map((work) => {
      const { "@context": _context, ...described } = describeWork(cv, work, site);
      return described;
    }),
  ];
  const several = cv.publications.filter(({ appearances }) => appearances.length > 1).length;
  return {
    text: `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2)}\n`,
    losses: [
      ...HOMELESS.flatMap((field) => (cv[field].length === 0 ? [] : [{ field, reason: `no words for them (${cv[field].length})` }])),
      ...(several === 0 ? [] : [{ field: "publications.appearances", reason: `only the appearance a work is cited by is described (${several})` }]),
    ],
  };
}
