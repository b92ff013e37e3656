import type {
  Certificate,
  Consulting,
  Exhibition,
  Language,
  Membership,
  Project,
  Reference,
  SkillArea,
} from "@triptych/schema";
import { lines, resumeDate, resumeUrl, unlessEmpty } from "./write-career.ts";

const joined = (parts: readonly (string | undefined)[], separator = ", ") => {
  const text = parts.filter((part) => part !== undefined).join(separator);
  return text === "" ? undefined : text;
};

export function describeProject({
  title,
  role,
  organisation,
  period,
  description,
  highlights,
  url,
}: Project) {
  return {
    name: title,
    type: "project",
    entity: organisation,
    description,
    highlights: unlessEmpty(highlights),
    roles: role === undefined ? undefined : [role],
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    url: resumeUrl(url),
  };
}

export function describeConsulting({ client, title, place, period, description, url }: Consulting) {
  return {
    name: title ?? client,
    type: "consulting",
    entity: client,
    description,
    highlights: unlessEmpty(place === undefined ? [] : [`Place: ${place}`]),
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    url: resumeUrl(url),
  };
}

export function describeExhibition({
  title,
  form,
  role,
  institution,
  place,
  period,
  partners,
  url,
}: Exhibition) {
  return {
    name: title,
    type: "exhibition",
    entity: institution,
    highlights: unlessEmpty([
      ...(place === undefined ? [] : [`Place: ${place}`]),
      ...lines("With", partners),
    ]),
    description: form === undefined ? undefined : `${form} exhibition`,
    roles: [role],
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    url: resumeUrl(url),
  };
}

export function describeMembership({ body, role, period, url }: Membership) {
  return {
    organization: body,
    position: role ?? "Member",
    startDate: resumeDate(period.start),
    endDate: resumeDate(period.end),
    url: resumeUrl(url),
  };
}

export function describeCertificate({ title, body, date, url }: Certificate) {
  return { name: title, issuer: body, date: resumeDate(date), url: resumeUrl(url) };
}

export function describeSkills({ area, skills, level }: SkillArea) {
  return { name: area, level, keywords: skills };
}

export function describeLanguage({ language, level, note }: Language) {
  return {
    language,
    fluency: joined([level === "native" ? "Native speaker" : level?.toUpperCase(), note]),
  };
}

/** The format has a name and a text; what the person is comes before what they wrote. */
export function describeReference({ name, position, institution, statement }: Reference) {
  const printed = typeof name === "string" ? name : joined([name.title, name.name], " ");
  return { name: joined([printed, position, institution]), reference: statement };
}
