import type {
  Consulting,
  Course,
  Exhibition,
  Language,
  MediaItem,
  Membership,
  Mentee,
  Organisation,
  Project,
  Reference,
  Service,
  SkillArea,
  Talk,
  Tutorial,
} from "@triptych/schema";
import {
  type Entry,
  escape,
  joined,
  labelled,
  list,
  named,
  people,
  periodOf,
  text,
  titled,
} from "./rendercv-text.ts";

export function describeTalk({ title, series, host, place, date, organisers }: Talk): Entry {
  const [head, ...rest] = [title, series, host].filter((part) => part !== undefined);
  return named(head, {
    date,
    location: text(place),
    summary: joined(rest),
    highlights: list(people("Organiser", organisers)),
  });
}

export const describeCourse = ({ title, code, audience, institution, date }: Course): Entry =>
  named([code, title].filter((part) => part !== undefined).join(" "), {
    date,
    location: text(institution),
    summary: text(audience === undefined ? undefined : `for ${audience}`),
  });

export const describeTutorial = ({ title, event, place, date, ...tutorial }: Tutorial): Entry =>
  named(title, {
    date,
    location: text(place),
    summary: text(event),
    highlights: list([
      labelled("Role", tutorial.roles.join(", ")),
      labelled("Minutes", tutorial.minutes?.toString()),
      text(tutorial.description),
    ]),
  });

export const describeMentee = ({ names, level, institution, period, ...mentee }: Mentee): Entry =>
  named(names.map(titled).join(", "), {
    ...periodOf(period),
    location: escape(institution),
    summary: level,
    highlights: list([
      labelled("Role", mentee.role),
      labelled("Programme", mentee.programme),
      labelled("Outcome", mentee.outcome),
    ]),
  });

export const describeService = ({ year, kind, venues }: Service): Entry => ({
  label: `${year}, ${kind}`,
  details: escape(venues.join(", ")),
});

export const describeOrganisation = ({
  kind,
  event,
  title,
  role,
  place,
  date,
}: Organisation): Entry =>
  named(title ?? event, {
    date,
    location: text(place),
    summary: joined([title === undefined ? undefined : event, kind]),
    highlights: list([labelled("Role", role)]),
  });

export const describeMedia = ({ title, outlet, date }: MediaItem): Entry =>
  named(title, { date, summary: text(outlet) });

export const describeProject = (project: Project): Entry =>
  named(project.title, {
    ...periodOf(project.period),
    summary: text(project.description),
    highlights: list([
      labelled("Role", project.role),
      labelled("Organisation", project.organisation),
      ...project.highlights.map(escape),
    ]),
  });

export const describeConsulting = (consulting: Consulting): Entry =>
  named(consulting.client, {
    ...periodOf(consulting.period),
    location: text(consulting.place),
    summary: text(consulting.title),
    highlights: list([text(consulting.description)]),
  });

export const describeExhibition = (exhibition: Exhibition): Entry =>
  named(exhibition.title, {
    ...periodOf(exhibition.period),
    location: joined([exhibition.institution, exhibition.place]),
    summary: joined([exhibition.form, exhibition.role]),
    highlights: list(people("With", exhibition.partners)),
  });

export const describeMembership = ({ body, role, period }: Membership): Entry =>
  named(body, { ...periodOf(period), summary: text(role) });

export const describeSkills = ({ area, skills, level }: SkillArea): Entry => ({
  label: escape(level === undefined ? area : `${area} (${level})`),
  details: escape(skills.join(", ")),
});

export const describeLanguage = ({ language, level, note }: Language): Entry => ({
  label: escape(language),
  details: joined([level === "native" ? level : level?.toUpperCase(), note]) ?? "-",
});

export const describeReference = ({ name, position, institution, email }: Reference): Entry => ({
  label: escape(titled(name)),
  details: joined([position, institution, email]) ?? "-",
});
