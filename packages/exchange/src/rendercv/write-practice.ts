import type {
  Consulting,
  Exhibition,
  Language,
  Membership,
  Project,
  Reference,
  SkillArea,
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
