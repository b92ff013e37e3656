import type { Award, Certificate, Education, Grant, Position } from "@triptych/schema";
import {
  type Entry,
  escape,
  joined,
  labelled,
  list,
  nameOf,
  named,
  people,
  periodOf,
  text,
} from "./rendercv-text.ts";

export const describeEducation = (degree: Education): Entry => ({
  institution: escape(nameOf(degree.institution)),
  area: escape(degree.field ?? degree.degree),
  degree: degree.field === undefined ? undefined : escape(degree.degree),
  ...periodOf(degree.period),
  location: text(degree.institution.place),
  highlights: list([
    labelled("Department", degree.institution.unit),
    labelled("Distinction", degree.distinction),
    ...people("Supervisor", degree.supervisors),
  ]),
});

export const describePosition = (position: Position): Entry => ({
  company: escape(nameOf(position.institution)),
  position: escape(position.title),
  ...periodOf(position.period),
  location: text(position.institution.place),
  highlights: list([
    labelled("Department", position.institution.unit),
    ...position.highlights.map(escape),
    ...people("Host", position.hosts),
    ...people("Supervisor", position.supervisors),
  ]),
});

export const describeAward = ({ title, bodies, place, date }: Award): Entry =>
  named(title, { date, location: text(place), summary: joined(bodies) });

export function describeGrant({ title, funders, amount, role, declined, ...grant }: Grant): Entry {
  const facts = [
    funders.join(", "),
    amount === undefined ? undefined : `${amount.currency} ${amount.value}`,
    role,
    declined ? "declined" : undefined,
  ];
  return named(title, {
    ...periodOf(grant.period),
    summary: joined(facts, "; "),
    highlights: list(people("With", grant.coInvestigators)),
  });
}

export const describeCertificate = ({ title, body, date }: Certificate): Entry =>
  named(title, { date, summary: text(body) });
