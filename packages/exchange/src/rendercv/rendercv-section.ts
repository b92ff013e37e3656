import type { Cv, Institution, Period, PrintedName } from "@triptych/schema";
import { type Citation, listCitations } from "../citation/citation.ts";
import { containerOrPublisher } from "../citation/cited-work.ts";

type Entry = Record<string, unknown> | string;

/** Texts of RenderCV are Markdown; what would be emphasis, code or a link is escaped. */
function escape(text: string): string {
  return text.replaceAll(/[\\*`[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

export const text = (value: string | undefined) =>
  value === undefined ? undefined : escape(value);
const joined = (parts: readonly (string | undefined)[], separator = ", ") => {
  const filled = parts.filter((part) => part !== undefined && part !== "").join(separator);
  return filled === "" ? undefined : escape(filled);
};

const titled = (name: PrintedName) =>
  typeof name === "string"
    ? name
    : [name.title, name.name].filter((part) => part !== undefined).join(" ");
const people = (label: string, names: readonly PrintedName[]) =>
  names.map((name) => escape(`${label}: ${titled(name)}`));
/**
 * What the format has no field for, as a highlight that a reader understands and an import knows
 * again.
 */
const labelled = (label: string, value: string | undefined) =>
  value === undefined ? undefined : escape(`${label}: ${value}`);
const list = (items: readonly (string | undefined)[]) => {
  const filled = items.filter((item) => item !== undefined);
  return filled.length === 0 ? undefined : filled;
};

/**
 * RenderCV takes a start without an end for something that goes on; where the end is not known, the
 * start stands as a date.
 */
function periodOf({ start, end }: Period) {
  return end === undefined ? { date: start } : { start_date: start, end_date: end };
}

const nameOf = ({ name, acronym }: Institution) =>
  acronym === undefined ? name : `${name} (${acronym})`;

const named = (name: string | undefined, rest: Record<string, unknown>): Entry => ({
  name: name === undefined ? "" : escape(name),
  ...rest,
});

const money = ({ value, currency }: { value: number; currency: string }) => `${currency} ${value}`;

function publicationEntry(citation: Citation): Entry {
  const { work, appearance, url, note } = citation;
  return {
    title: escape(work.title),
    authors: work.authors.map((author) =>
      escape(typeof author === "string" ? author : author.name),
    ),
    doi: appearance.doi,
    url: appearance.doi === undefined ? url : undefined,
    journal: text(containerOrPublisher(citation)),
    date: appearance.date,
    summary: text(note),
  };
}

function joinPlain(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined).join(separator);
}

/**
 * The sections, each of entries of one type, under the titles that readers of RenderCV files know.
 */
export function describeSections(cv: Cv): Record<string, Entry[]> {
  const sections: Record<string, Entry[]> = {
    Summary: cv.profile.summary === undefined ? [] : [escape(cv.profile.summary)],
    Education: cv.education.map(
      ({ degree, field, institution, period, distinction, supervisors }) => ({
        institution: escape(nameOf(institution)),
        area: escape(field ?? degree),
        degree: field === undefined ? undefined : escape(degree),
        ...periodOf(period),
        location: text(institution.place),
        highlights: list([
          labelled("Department", institution.unit),
          labelled("Distinction", distinction),
          ...people("Supervisor", supervisors),
        ]),
      }),
    ),
    Experience: cv.positions.map(
      ({ title, institution, period, hosts, supervisors, highlights }) => ({
        company: escape(nameOf(institution)),
        position: escape(title),
        ...periodOf(period),
        location: text(institution.place),
        highlights: list([
          labelled("Department", institution.unit),
          ...highlights.map(escape),
          ...people("Host", hosts),
          ...people("Supervisor", supervisors),
        ]),
      }),
    ),
    Projects: cv.projects.map(({ title, role, organisation, period, description, highlights }) =>
      named(title, {
        ...periodOf(period),
        summary: text(description),
        highlights: list([
          labelled("Role", role),
          labelled("Organisation", organisation),
          ...highlights.map(escape),
        ]),
      }),
    ),
    Consulting: cv.consulting.map(({ client, title, place, period, description }) =>
      named(client, {
        ...periodOf(period),
        location: text(place),
        summary: text(title),
        highlights: list([text(description)]),
      }),
    ),
    Publications: listCitations(cv).map(publicationEntry),
    Exhibitions: cv.exhibitions.map(({ title, form, role, institution, place, period, partners }) =>
      named(title, {
        ...periodOf(period),
        location: joined([institution, place]),
        summary: joined([form, role]),
        highlights: list(people("With", partners)),
      }),
    ),
    Awards: cv.awards.map(({ title, bodies, place, date }) =>
      named(title, { date, location: text(place), summary: joined(bodies) }),
    ),
    Grants: cv.grants.map(({ title, funders, amount, period, role, coInvestigators, declined }) =>
      named(title, {
        ...periodOf(period),
        summary: joined(
          [
            funders.join(", "),
            amount === undefined ? undefined : money(amount),
            role,
            declined ? "declined" : undefined,
          ],
          "; ",
        ),
        highlights: list(people("With", coInvestigators)),
      }),
    ),
    Certificates: cv.certificates.map(({ title, body, date }) =>
      named(title, { date, summary: text(body) }),
    ),
    "Invited talks": cv.talks.map(({ title, series, host, place, date, organisers }) => {
      const [head, ...rest] = [title, series, host].filter((part) => part !== undefined);
      return named(head, {
        date,
        location: text(place),
        summary: joined(rest),
        highlights: list(people("Organiser", organisers)),
      });
    }),
    Teaching: cv.courses.map(({ title, code, audience, institution, date }) =>
      named(joinPlain([code, title], " "), {
        date,
        location: text(institution),
        summary: text(audience === undefined ? undefined : `for ${audience}`),
      }),
    ),
    Tutorials: cv.tutorials.map(({ title, event, place, date, roles, minutes, description }) =>
      named(title, {
        date,
        location: text(place),
        summary: text(event),
        highlights: list([
          labelled("Role", roles.join(", ")),
          labelled("Minutes", minutes?.toString()),
          text(description),
        ]),
      }),
    ),
    Mentoring: cv.mentees.map(({ names, level, role, programme, institution, period, outcome }) =>
      named(names.map(titled).join(", "), {
        ...periodOf(period),
        location: escape(institution),
        summary: level,
        highlights: list([
          labelled("Role", role),
          labelled("Programme", programme),
          labelled("Outcome", outcome),
        ]),
      }),
    ),
    Service: cv.service.map(({ year, kind, venues }) => ({
      label: `${year}, ${kind}`,
      details: escape(venues.join(", ")),
    })),
    Organisation: cv.organisation.map(({ kind, event, title, role, place, date }) =>
      named(title ?? event, {
        date,
        location: text(place),
        summary: joined([title === undefined ? undefined : event, kind]),
        highlights: list([labelled("Role", role)]),
      }),
    ),
    Memberships: cv.memberships.map(({ body, role, period }) =>
      named(body, { ...periodOf(period), summary: text(role) }),
    ),
    "Media coverage": cv.media.map(({ title, outlet, date }) =>
      named(title, { date, summary: text(outlet) }),
    ),
    Skills: cv.skills.map(({ area, skills, level }) => ({
      label: escape(level === undefined ? area : `${area} (${level})`),
      details: escape(skills.join(", ")),
    })),
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
