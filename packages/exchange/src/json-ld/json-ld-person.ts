import type { Cv, Institution } from "@triptych/schema";

/** Data in the words of schema.org. */
export type JsonLd = Record<string, unknown>;

/** The owner's address in the graph: on the site, or within the document where there is no site. */
export const ownerId = (site: string | undefined) =>
  site === undefined ? "#person" : `${site}/#person`;

function describeInstitution(type: string, { name, acronym, unit, place }: Institution): JsonLd {
  return {
    "@type": type,
    name,
    ...(acronym === undefined ? {} : { alternateName: acronym }),
    ...(unit === undefined ? {} : { department: { "@type": "Organization", name: unit } }),
    ...(place === undefined ? {} : { address: place }),
  };
}

/** The owner, under one address on all pages. */
export function describeOwner(cv: Cv, site: string | undefined): JsonLd {
  const { name, family, headline, place, phone, emails, orcid, links } = cv.profile;
  const current = cv.positions.find((position) => position.period.end === "present");
  const elsewhere = [
    ...(orcid === undefined ? [] : [`https://orcid.org/${orcid}`]),
    ...links.map((link) => link.url),
  ];
  return {
    "@type": "Person",
    "@id": ownerId(site),
    name,
    ...(site === undefined ? {} : { url: `${site}/` }),
    ...(family === undefined ? {} : { familyName: family }),
    ...(headline === undefined ? {} : { disambiguatingDescription: headline }),
    ...(place === undefined ? {} : { workLocation: { "@type": "Place", name: place } }),
    ...(emails.length === 0 ? {} : { email: emails.map((email) => `mailto:${email}`) }),
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(elsewhere.length === 0 ? {} : { sameAs: elsewhere }),
    ...(current === undefined
      ? {}
      : {
          jobTitle: current.title,
          affiliation: describeInstitution("Organization", current.institution),
        }),
  };
}

/** Degrees and certificates (schema.org EducationalOccupationalCredential). */
function listCredentials({ education, certificates }: Cv): JsonLd[] {
  const credential = (credentialCategory: string, name: string) => ({
    "@type": "EducationalOccupationalCredential",
    credentialCategory,
    name,
  });
  return [
    ...education.map(({ degree, field, institution }) => ({
      ...credential("degree", degree),
      ...(field === undefined ? {} : { about: { "@type": "Thing", name: field } }),
      recognizedBy: describeInstitution("EducationalOrganization", institution),
    })),
    ...certificates.map(({ title, body, date, expires, url }) => ({
      ...credential("certificate", title),
      ...(body === undefined ? {} : { recognizedBy: { "@type": "Organization", name: body } }),
      datePublished: date,
      ...(expires === undefined ? {} : { expires }),
      ...(url === undefined ? {} : { url }),
    })),
  ];
}

/** What the owner has done and knows; only the whole record says it, pages do not. */
export function describeCareer(cv: Cv): JsonLd {
  const { education, awards, memberships, skills, languages, profile } = cv;
  const known = [...profile.interests, ...skills.flatMap((area) => area.skills)];
  const credentials = listCredentials(cv);
  return {
    ...(profile.summary === undefined ? {} : { description: profile.summary }),
    ...(education.length === 0
      ? {}
      : {
          alumniOf: education.map(({ institution }) =>
            describeInstitution("EducationalOrganization", institution),
          ),
        }),
    ...(credentials.length === 0 ? {} : { hasCredential: credentials }),
    ...(awards.length === 0
      ? {}
      : {
          award: awards.map(({ title, bodies, date }) =>
            [title, ...bodies, date.slice(0, 4)].join(", "),
          ),
        }),
    ...(memberships.length === 0
      ? {}
      : { memberOf: memberships.map(({ body }) => ({ "@type": "Organization", name: body })) }),
    ...(known.length === 0 ? {} : { knowsAbout: known }),
    ...(languages.length === 0 ? {} : { knowsLanguage: languages.map(({ language }) => language) }),
  };
}
