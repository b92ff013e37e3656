import type {
  Course,
  MediaItem,
  Mentee,
  Organisation,
  Service,
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
