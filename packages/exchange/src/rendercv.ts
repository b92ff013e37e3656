import type { Cv, Institution, Period, PrintedName } from "@triptych/schema";
import { stringify } from "yaml";
import { type Citation, listCitations } from "./citation.ts";
import { listPublicationLosses } from "./json-resume.ts";
import { countLoss, type Loss } from "./loss.ts";
import { describeRenderCvHead, listHeadLosses } from "./rendercv-profile.ts";

type Entry = Record<string, unknown> | string;

/** Texts of RenderCV are Markdown; what would be emphasis, code or a link is escaped. */
function escape(text: string): string {
  return text.replaceAll(/[\\*`[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

const text = (value: string | undefined) => (value === undefined ? undefined : escape(value));
const joined = (parts: readonly (string | undefined)[], separator = ", ") => {
  const filled = parts.filter((part) => part !== undefined && part !== "").join(separator);
  return filled === "" ? undefined : escape(filled);
};

const titled = (name: PrintedName) => (typeof name === "string" ? name : [name.title, name.name].filter((part) => part !== undefined).join(" "));
const people = (label: string, names: readonly PrintedName[]) => names.map((name) => escape(`${label}: ${titled(name)}`));
const list = (items: readonly (string | undefined)[]) => {
  const filled = items.filter((item) => item !== undefined);
  return filled.length === 0 ? undefined : filled;
};

/** RenderCV takes a start without an end for something that goes on; where the end is not known, the start stands as a date. */
function periodOf({ start, end }: Period) {
  return end === undefined ? { date: start } : { start_date: start, end_date: end };
}

const nameOf = ({ name, acronym }: Institution) => (acronym === undefined ? name : `${name} (${acronym})`);

const named = (name: string | undefined, rest: Record<string, unknown>): Entry => ({ name: name === undefined ? "" : escape(name), ...rest });

const money = ({ value, currency }: { value: number; currency: string }) => `${currency} ${value}`;

function publicationEntry({ work, appearance, names: _names, container, url, note }: Citation): Entry {
  return {
    title: escape(work.title),
    authors: work.authors.map((author) => escape(typeof author === "string" ? author : author.name)),
    doi: appearance.doi,
    url: appearance.doi === undefined ? url : undefined,
    journal: text(container ?? appearance.publisher),
    date: appearance.date,
    summary: text(note),
  };
}

const teaching = ({ courses, tutorials }: Cv): Entry[] => [
  ...courses.map(({ title, code, audience, institution, date }) =>
    named(joinPlain([code, title], " "), { date, location: text(institution), summary: text(audience === undefined ? undefined : `for ${audience}`) }),
  ),
  ...tutorials.map(({ title, event, place, date, description }) => named(title, { date, location: joined([event, place]), summary: text(description) })),
];

function joinPlain(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined).join(separator);
}

/** The sections, each of entries of one type, under the titles that readers of RenderCV files know. */
function describeSections(cv: Cv): Record<string, Entry[]> {
  const sections: Record<string, Entry[]> = {
    Summary: cv.profile.summary === undefined ? [] : [escape(cv.profile.summary)],
    Education: cv.education.map(({ degree, field, institution, period, distinction, supervisors }) => ({
      institution: escape(nameOf(institution)),
      area: escape(field ?? degree),
      degree: field === undefined ? undefined : escape(degree),
      ...periodOf(period),
      location: joined([institution.unit, institution.place]),
      highlights: list([text(distinction), ...people("Supervisor", supervisors)]),
    })),
    Experience: cv.positions.map(({ title, institution, period, hosts, supervisors, highlights }) => ({
      company: escape(nameOf(institution)),
      position: escape(title),
      ...periodOf(period),
      location: joined([institution.unit, institution.place]),
      highlights: list([...highlights.map(escape), ...people("Host", hosts), ...people("Supervisor", supervisors)]),
    })),
    Projects: cv.projects.map(({ title, role, organisation, period, description, highlights }) =>
      named(title, { ...periodOf(period), location: joined([role, organisation]), summary: text(description), highlights: list(highlights.map(escape)) }),
    ),
    Consulting: cv.consulting.map(({ client, title, place, period, description }) =>
      named(client, { ...periodOf(period), location: text(place), summary: joined([title, description], ". ") }),
    ),
    Publications: listCitations(cv).map(publicationEntry),
    Exhibitions: cv.exhibitions.map(({ title, form, role, institution, place, period, partners }) =>
      named(title, { ...periodOf(period), location: joined([institution, place]), summary: joined([form, role]), highlights: list(people("With", partners)) }),
    ),
    Awards: cv.awards.map(({ title, bodies, place, date }) => named(title, { date, location: text(place), summary: joined(bodies) })),
    Grants: cv.grants.map(({ title, funders, amount, period, role, coInvestigators, declined }) =>
      named(title, {
        ...periodOf(period),
        summary: joined([funders.join(", "), amount === undefined ? undefined : money(amount), role, declined ? "declined" : undefined], "; "),
        highlights: list(people("With", coInvestigators)),
      }),
    ),
    Certificates: cv.certificates.map(({ title, body, date }) => named(title, { date, summary: text(body) })),
    "Invited talks": cv.talks.map(({ title, series, host, place, date, organisers }) => {
      const [head, ...rest] = [title, series, host].filter((part) => part !== undefined);
      return named(head, { date, location: text(place), summary: joined(rest), highlights: list(people("Organiser", organisers)) });
    }),
    Teaching: teaching(cv),
    Mentoring: cv.mentees.map(({ names, level, programme, institution, period, outcome }) =>
      named(names.map(titled).join(", "), { ...periodOf(period), location: joined([programme, institution]), summary: joined([level, outcome], ". ") }),
    ),
    Service: cv.service.map(({ year, kind, venues }) => ({ label: `${year}, ${kind}`, details: escape(venues.join(", ")) })),
    Organisation: cv.organisation.map(({ kind, event, title, role, place, date }) =>
      named(title ?? event, { date, location: text(place), summary: joined([title === undefined ? undefined : event, role ?? kind]) }),
    ),
    Memberships: cv.memberships.map(({ body, role, period }) => named(body, { ...periodOf(period), summary: text(role) })),
    "Media coverage": cv.media.map(({ title, outlet, date }) => named(title, { date, summary: text(outlet) })),
    Skills: cv.skills.map(({ area, skills, level }) => ({ label: joined([area, level]), details: escape(skills.join(", ")) })),
    Languages: cv.languages.map(({ language, level, note }) => ({
      label: escape(language),
      details: joined([level === "native" ? level : level?.toUpperCase(), note]) ?? "-",
    })),
    Interests: cv.profile.interests.map((interest) => ({ bullet: escape(interest) })),
    References: cv.settings.referencesOnRequest
      ? ["Available on request"]
      : cv.references.map(({ name, position, institution, email }) => ({
          label: escape(titled(name)),
          details: joined([position, institution, email]) ?? "-",
        })),
  };
  return Object.fromEntries(Object.entries(sections).filter(([, entries]) => entries.length > 0));
}

function listLosses(cv: Cv): Loss[] {
  const linked = [...cv.awards, ...cv.grants, ...cv.talks, ...cv.courses, ...cv.tutorials, ...cv.organisation, ...cv.media, ...cv.exhibitions, ...cv.projects];
  return [
    ...listHeadLosses(cv),
    ...countLoss("people", cv.people, () => true, "only the names printed with an entry are kept"),
    ...countLoss("venues", cv.venues, () => true, "only names are kept, without ranks and addresses"),
    ...countLoss("figures", cv.figures, () => true, "no section for reported figures"),
    ...countLoss("variants", cv.variants, () => true, "no selections"),
    ...countLoss("url", linked, ({ url }) => url !== undefined, "only publications have addresses"),
    ...countLoss("grants.equivalent", cv.grants, ({ equivalent }) => equivalent !== undefined, "one amount only"),
    ...countLoss("tutorials.roles", cv.tutorials, () => true, "no field for role and length"),
    ...countLoss("awards.selectivity", cv.awards, ({ selectivity }) => selectivity !== undefined, "no field for it"),
    ...countLoss("certificates.expires", cv.certificates, ({ expires }) => expires !== undefined, "no field for the day it expires"),
    ...countLoss("references.statement", cv.references, ({ statement, url }) => (statement ?? url) !== undefined, "no field for statements and addresses"),
    ...listPublicationLosses(cv),
  ];
}

/** The record as the `cv` part of a RenderCV 2 file, to which its owner adds a design. */
export function toRenderCv(cv: Cv): { text: string; losses: Loss[] } {
  const sections = describeSections(cv);
  const file = { cv: { ...describeRenderCvHead(cv), ...(Object.keys(sections).length === 0 ? {} : { sections }) } };
  return { text: stringify(file, { lineWidth: 0 }), losses: listLosses(cv) };
}
