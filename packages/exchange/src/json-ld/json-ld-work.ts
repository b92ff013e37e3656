import {
  type Appearance,
  type AppearanceKind,
  type Cv,
  createRoster,
  type LinkType,
  nameOfKind,
  type PrintedName,
  printedForm,
  type Work,
  WORK_KINDS,
} from "@triptych/schema";
import { hasEdition, isVersioned } from "../citation/citation-kind.ts";
import { type CitedWork, citeWork } from "../citation/cited-work.ts";
import { isWhole } from "../citation/split-name.ts";
import { type JsonLd, ownerId } from "./json-ld-person.ts";

/** Whether the venue is the school or body that a work was written at. */
function isWrittenAt(kind: AppearanceKind): boolean {
  const { container } = WORK_KINDS[kind];
  return container === "school" || container === "issuer";
}

/** A part within its whole; either alone where the other is not known. */
function nest(part: JsonLd | undefined, whole: JsonLd | undefined): JsonLd | undefined {
  return part === undefined || whole === undefined ? (part ?? whole) : { ...part, isPartOf: whole };
}

const named = (type: string, name: string | undefined) =>
  name === undefined ? undefined : { "@type": type, name };

function describePerson(name: PrintedName): JsonLd {
  return { "@type": "Person", name: printedForm(name) };
}

/**
 * What a work stands in, from inside out: an issue of a volume of a journal (schema.org
 * PublicationIssue), a book or a volume of a series.
 */
function describeWhole({ appearance, appearedIn: venue }: CitedWork): JsonLd | undefined {
  const { kind, volume, issue, series, isbn, edition, editors } = appearance;
  const numbered =
    volume === undefined ? undefined : { "@type": "PublicationVolume", volumeNumber: volume };
  const issued =
    issue === undefined ? undefined : { "@type": "PublicationIssue", issueNumber: issue };
  const collected = named("BookSeries", series);
  if (WORK_KINDS[kind].container === "journal")
    return nest(issued, nest(numbered, nest(named("Periodical", venue), collected)));
  if (kind === "chapter") {
    const book = {
      "@type": "Book",
      ...(venue === undefined ? {} : { name: venue }),
      ...(isbn === undefined ? {} : { isbn }),
      ...(edition === undefined ? {} : { bookEdition: String(edition) }),
      ...(editors.length === 0 ? {} : { editor: editors.map(describePerson) }),
    };
    return nest(
      Object.keys(book).length === 1 ? undefined : book,
      nest(issued, nest(numbered, collected)),
    );
  }
  const isShown = WORK_KINDS[kind].container === "event";
  const held = isShown || isWrittenAt(kind) ? undefined : named("PublicationVolume", venue);
  const volumed =
    held === undefined && numbered === undefined ? undefined : { ...numbered, ...held };
  return nest(issued, nest(volumed, collected));
}

/**
 * Where a work appeared (schema.org Periodical, PublicationVolume); for a thesis or a report, who
 * it was written at; for a poster, the event it was shown at, whose proceedings it is not in.
 */
function describeVenue(cited: CitedWork): JsonLd {
  const { appearance, appearedIn } = cited;
  const { kind, pages, publisher } = appearance;
  const whole = describeWhole(cited);
  return {
    ...(appearedIn === undefined || !isWrittenAt(kind)
      ? {}
      : { sourceOrganization: named("Organization", appearedIn) }),
    ...(appearedIn === undefined || WORK_KINDS[kind].container !== "event"
      ? {}
      : { releasedEvent: named("PublicationEvent", appearedIn) }),
    ...(whole === undefined ? {} : { isPartOf: whole }),
    ...(pages === undefined ? {} : { pagination: pages }),
    ...(publisher === undefined ? {} : { publisher: named("Organization", publisher) }),
  };
}

/** By the properties of schema.org; the editors of a chapter stand at its book. */
function describeMakers(
  { makers: { role, authors, editors, translators }, appearance: { translationOf } }: CitedWork,
  describe: (author: PrintedName) => JsonLd,
): JsonLd {
  if (role === "editor") return { editor: editors.map(describe) };
  if (role === "author") return { author: authors.map(describe) };
  return {
    translator: translators.map(describe),
    ...(authors.length === 0 ? {} : { author: authors.map(describe) }),
    ...(translationOf?.title === undefined
      ? {}
      : { translationOfWork: named("CreativeWork", translationOf.title) }),
  };
}

const isText = (type: LinkType) => type === "paper" || type === "preprint";

/** Where else the work itself is to be found. */
function listSameAs({ appearances }: Work): string[] {
  const addresses = appearances.flatMap(({ doi, arxiv, links }) => [
    ...(doi === undefined ? [] : [`https://doi.org/${doi}`]),
    ...(arxiv === undefined ? [] : [`https://arxiv.org/abs/${arxiv}`]),
    ...links.filter(({ type }) => isText(type)).map(({ url }) => url),
  ]);
  return [...new Set(addresses)];
}

const COMPANIONS: Partial<Record<LinkType, string>> = {
  code: "SoftwareSourceCode",
  slides: "PresentationDigitalDocument",
  poster: "Poster",
};

/** Its code, slides and what else is about it. */
function listCompanions({ appearances }: Work): JsonLd[] {
  const links = new Map(
    appearances.flatMap((appearance) => appearance.links).map((link) => [link.url, link]),
  );
  return [...links.values()]
    .filter(({ type }) => !isText(type))
    .map(({ type, url }) => ({ "@type": COMPANIONS[type] ?? "CreativeWork", name: type, url }));
}

const STATUSES: Partial<Record<Appearance["status"], string>> = {
  accepted: "Accepted",
  "under-review": "Under review",
};

/** Numbers, editions and how far it has come. */
function describeForm({ kind, isbn, date, status, number, doi, edition }: Appearance): JsonLd {
  const identifiers = [
    ...(doi === undefined ? [] : [{ "@type": "PropertyValue", propertyID: "DOI", value: doi }]),
    ...(number === undefined || kind !== "patent"
      ? []
      : [{ "@type": "PropertyValue", propertyID: "Patent number", value: number }]),
  ];
  return {
    ...(isbn === undefined || kind === "chapter" ? {} : { isbn }),
    ...(edition === undefined || kind === "chapter" || !hasEdition(kind)
      ? {}
      : { bookEdition: String(edition) }),
    ...(date === undefined ? {} : { datePublished: date }),
    ...(status === "published" ? {} : { creativeWorkStatus: STATUSES[status] }),
    ...(number === undefined || kind !== "report" ? {} : { reportNumber: number }),
    ...(number === undefined || !isVersioned(kind) ? {} : { version: number }),
    ...(identifiers.length === 0
      ? {}
      : { identifier: identifiers.length === 1 ? identifiers[0] : identifiers }),
  };
}

/**
 * A paper for search engines and reference managers (schema.org ScholarlyArticle, Thesis); only
 * what the record holds.
 */
export function describeWork(cv: Cv, work: Work, site: string | undefined): JsonLd {
  const roster = createRoster(cv);
  const cited = citeWork(cv, work);
  const url = site === undefined ? undefined : `${site}/publications/${work.id}/`;
  const sameAs = listSameAs(work);
  const companions = listCompanions(work);
  const honours = new Set(work.appearances.flatMap((appearance) => appearance.honours));
  return {
    "@context": "https://schema.org",
    "@type": nameOfKind("schemaOrg", cited?.appearance.kind ?? "other"),
    "@id": url === undefined ? `#publication-${work.id}` : `${url}#work`,
    ...(url === undefined ? {} : { url }),
    name: work.title,
    headline: work.title,
    ...(cited === undefined
      ? {}
      : {
          ...describeMakers(cited, (author) => {
            const resolved = roster.resolve(author);
            if (resolved.kind === "owner")
              return { "@id": ownerId(site), ...describePerson(author) };
            // Whether a name without parts is a person's, the record does not say.
            return resolved.kind === "person" && isWhole(printedForm(author), resolved.person)
              ? { name: printedForm(author) }
              : describePerson(author);
          }),
          ...describeForm(cited.appearance),
          ...describeVenue(cited),
        }),
    ...(honours.size === 0
      ? {}
      : { award: [...honours].map((honour) => honour.replaceAll("-", " ")) }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
    ...(companions.length === 0 ? {} : { subjectOf: companions }),
    ...(work.topics.length === 0 ? {} : { keywords: work.topics }),
    ...(work.abstract === undefined ? {} : { abstract: work.abstract }),
  };
}
