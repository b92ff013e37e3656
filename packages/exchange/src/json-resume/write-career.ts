import type {
  Award,
  Cv,
  Education,
  Grant,
  Institution,
  Organisation,
  Position,
  PrintedName,
  Service,
  Work,
} from "@triptych/schema";
import type { Citation } from "../citation/citation.ts";
import { containerOrPublisher } from "../citation/cited-work.ts";

/** The schema takes years from 1000 to 2999; an older date has no form in it. */
export function resumeDate(date: string | undefined): string | undefined {
  return date !== undefined && /^[12]/.test(date) && date !== "present" ? date : undefined;
}

/** An address in ASCII, as a URI has to be. */
export const resumeUrl = (url: string | undefined) =>
  url === undefined ? undefined : new URL(url).href;

function titledName(name: PrintedName): string {
  if (typeof name === "string") return name;
  return name.title === undefined ? name.name : `${name.title} ${name.name}`;
}

export const lines = (label: string, names: readonly PrintedName[]) =>
  names.map((name) => `${label}: ${titledName(name)}`);
export const unlessEmpty = <Item>(list: Item[]) => (list.length === 0 ? undefined : list);
const unlessBlank = (text: string) => (text === "" ? undefined : text);
const institutionName = ({ name, acronym }: Institution) =>
  acronym === undefined ? name : `${name} (${acronym})`;

export function describeBasics({ profile, positions }: Cv) {
  const orcid =
    profile.orcid === undefined || profile.links.some(({ site }) => site === "orcid")
      ? undefined
      : `https://orcid.org/${profile.orcid}`;
  return {
    name: profile.name,
    label: profile.headline ?? positions.find(({ period }) => period.end === "present")?.title,
    email: profile.emails[0],
    phone: profile.phone,
    summary: profile.summary,
    location: profile.place === undefined ? undefined : { address: profile.place },
    url: resumeUrl(profile.links.find(({ site }) => site === "website")?.url),
    profiles: unlessEmpty([
      ...profile.links
        .filter(({ site }) => site !== "website")
        .map(({ site, url }) => ({ network: site, url: resumeUrl(url) })),
      ...(orcid === undefined ? [] : [{ network: "orcid", username: profile.orcid, url: orcid }]),
    ]),
  };
}

export function describePosition({
  title,
  institution,
  period,
  hosts,
  supervisors,
  highlights,
}: Position) {
  return {
    name: institutionName(institution),
    position: title,
    description: institution.unit,
    location: institution.place,
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    highlights: unlessEmpty([
      ...highlights,
      ...lines("Host", hosts),
      ...lines("Supervisor", supervisors),
    ]),
  };
}

export function describeEducation({ degree, field, institution, period, distinction }: Education) {
  return {
    institution: institutionName(institution),
    area: field,
    studyType: degree,
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    score: distinction,
  };
}

export function describeAward({ title, bodies, place, date, selectivity }: Award) {
  const notes = [
    place,
    selectivity === undefined ? undefined : `Given to ${selectivity}% of candidates`,
  ].filter((part) => part !== undefined);
  return {
    title,
    date: resumeDate(date),
    awarder: bodies.length === 0 ? undefined : bodies.join(", "),
    summary: notes.length === 0 ? undefined : notes.join(". "),
  };
}

/** A grant as a project, the section of the format that holds roles, periods and a body. */
export function describeGrant({
  title,
  funders,
  amount,
  period,
  role,
  coInvestigators,
  declined,
  url,
}: Grant) {
  return {
    name: title,
    type: "grant",
    entity: funders.join(", "),
    description: unlessBlank(
      [
        amount === undefined ? undefined : `${amount.currency} ${amount.value}`,
        declined ? "Declined" : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(". "),
    ),
    roles: role === undefined ? undefined : [role],
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    url: resumeUrl(url),
    highlights: unlessEmpty(lines("Co-investigator", coInvestigators)),
  };
}

export function describeService({ year, kind, venues }: Service) {
  return {
    organization: venues.join(", "),
    position: kind,
    startDate: resumeDate(year),
    endDate: resumeDate(year),
  };
}

export function describeOrganisation({ kind, event, title, role, date, url }: Organisation) {
  return {
    organization: event,
    position: role ?? kind,
    summary: title,
    startDate: resumeDate(date),
    endDate: resumeDate(date),
    url: resumeUrl(url),
  };
}

const authorText = (work: Work) =>
  work.authors.map((author) => (typeof author === "string" ? author : author.name)).join(", ");

export function describePublication(citation: Citation) {
  const { work, appearance, url, note } = citation;
  const doi = appearance.doi === undefined ? undefined : `https://doi.org/${appearance.doi}`;
  return {
    name: work.title,
    publisher: containerOrPublisher(citation),
    releaseDate: resumeDate(appearance.date),
    url: resumeUrl(url ?? doi),
    summary: [authorText(work), note].filter((part) => part !== undefined).join(". "),
  };
}
