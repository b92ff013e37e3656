import type { Cv, Mentee, Organisation, Service, Talk, Tutorial } from "@triptych/schema";
import { titledNames } from "../../works/author-list.ts";
import {
  type DraftEntry,
  itemLine,
  labelledLine,
  textLine,
  titleLine,
  withoutEmpty,
} from "../draft-entry.ts";
import type { Directory } from "../../text/directory.ts";
import { formatDate, formatPeriod } from "../../text/date.ts";
import type { Span } from "../../text/span.ts";
import { ofDate, ofPeriod } from "../selection.ts";

const TUTORIAL_ROLES = {
  organiser: "Organiser",
  "co-organiser": "Co-organiser",
  presenter: "Presenter",
} as const satisfies Record<Tutorial["roles"][number], string>;

const SERVICE_KINDS = {
  "area-chair": "Area chair",
  "programme-committee": "Programme committee",
  "conference-reviewer": "Conference reviewer",
  "journal-reviewer": "Journal reviewer",
  "book-reviewer": "Book reviewer",
  "grant-reviewer": "Grant reviewer",
  editor: "Editor",
  examiner: "Examiner",
  committee: "Committee member",
} as const satisfies Record<Service["kind"], string>;

export const MENTEE_LEVELS = [
  { level: "phd", title: "PhD students" },
  { level: "master", title: "Master students" },
  { level: "undergraduate", title: "Undergraduate students" },
] as const satisfies readonly { level: Mentee["level"]; title: string }[];

export const ORGANISATION_KINDS = [
  { kind: "conference", title: "Conferences" },
  { kind: "competition", title: "Competitions" },
  { kind: "tutorial", title: "Tutorials" },
  { kind: "meetup", title: "Meetups" },
  { kind: "panel", title: "Panels" },
] as const satisfies readonly { kind: Organisation["kind"]; title: string }[];

/** Title in quotation marks, as titles of talks and tutorials stand in running text. */
const quoted = (title: string) => `“${title}”`;

function labelledNames(label: string, names: Span[], count: number): Span[] {
  return labelledLine("detail", count === 1 ? label : `${label}s`, names).spans;
}

export function talkEntries(cv: Cv, directory: Directory): DraftEntry[] {
  return cv.talks.map((talk: Talk) => {
    const [head = "", ...rest] = [talk.title, talk.series, talk.host].filter(
      (part) => part !== undefined,
    );
    return {
      key: `${talk.series ?? talk.host ?? talk.title ?? ""}-${talk.date}`,
      rail: formatDate(talk.date),
      days: ofDate(talk.date),
      lines: [
        itemLine(
          { text: head, url: talk.url },
          [...rest, talk.place],
          labelledNames(
            "Organiser",
            titledNames(talk.organisers, directory),
            talk.organisers.length,
          ),
        ),
      ],
    };
  });
}

export function courseEntries(cv: Cv): DraftEntry[] {
  return cv.courses.map((course) => ({
    key: `${course.code ?? course.title}-${course.date}`,
    rail: formatDate(course.date),
    days: ofDate(course.date),
    lines: [
      itemLine(
        {
          text: [course.code, course.title].filter((part) => part !== undefined).join(" "),
          url: course.url,
        },
        [course.audience === undefined ? undefined : `for ${course.audience}`, course.institution],
      ),
    ],
  }));
}

export function tutorialEntries(cv: Cv): DraftEntry[] {
  return cv.tutorials.map((tutorial) => {
    const roles = tutorial.roles
      .map((role, index) =>
        index === 0 ? TUTORIAL_ROLES[role] : TUTORIAL_ROLES[role].toLowerCase(),
      )
      .join(" and ");
    const length = tutorial.minutes === undefined ? undefined : `${tutorial.minutes} minutes`;
    return {
      key: `tutorial-${tutorial.event}`,
      rail: formatDate(tutorial.date),
      days: ofDate(tutorial.date),
      lines: withoutEmpty([
        titleLine(quoted(tutorial.title), tutorial.url),
        textLine(
          "detail",
          [
            [tutorial.event, tutorial.place],
            [roles, length],
          ].map((parts) => parts.filter((part) => part !== undefined).join(", ")),
          ". ",
        ),
        textLine("detail", [tutorial.description]),
      ]),
    };
  });
}

export function menteeEntries(cv: Cv, directory: Directory, level: Mentee["level"]): DraftEntry[] {
  return cv.mentees
    .filter((mentee) => mentee.level === level)
    .map((mentee) => ({
      key: `mentee-${
        mentee.programme ??
        titledNames(mentee.names, directory)
          .map((span) => span.text)
          .join("")
      }`,
      rail: formatPeriod(mentee.period),
      days: ofPeriod(mentee.period),
      lines: withoutEmpty([
        { role: "title", spans: titledNames(mentee.names, directory) },
        textLine("detail", [mentee.programme, mentee.institution, mentee.role?.toLowerCase()]),
        textLine("detail", [mentee.outcome]),
      ]),
    }));
}

/** One entry a year, a line for each kind of service. */
export function serviceEntries(cv: Cv): DraftEntry[] {
  const years = [...new Set(cv.service.map((service) => service.year))];
  return years.map((year) => ({
    key: `service-${year}`,
    rail: year,
    days: ofDate(year),
    lines: cv.service
      .filter((service) => service.year === year)
      .map((service) =>
        textLine("detail", [`${SERVICE_KINDS[service.kind]}: ${service.venues.join(", ")}`]),
      ),
  }));
}

function organisedTutorials(cv: Cv): Organisation[] {
  return cv.tutorials
    .filter((tutorial) => tutorial.roles.some((role) => role !== "presenter"))
    .map(({ event, title, place, date, url }) => ({
      kind: "tutorial",
      event,
      title,
      place,
      date,
      url,
    }));
}

/**
 * Events organised; tutorials that were given and organised are taken from there, so nobody types
 * them twice.
 */
export function organisationEntries(cv: Cv, kind: Organisation["kind"]): DraftEntry[] {
  const events =
    kind === "tutorial" ? [...organisedTutorials(cv), ...cv.organisation] : cv.organisation;
  return events
    .filter((event) => event.kind === kind)
    .map((event) => ({
      key: `${kind}-${event.event}-${event.date}`,
      rail: formatDate(event.date),
      days: ofDate(event.date),
      lines: [
        itemLine(
          { text: event.title === undefined ? event.event : quoted(event.title), url: event.url },
          [event.title === undefined ? undefined : event.event, event.role, event.place],
        ),
      ],
    }));
}

export function mediaEntries(cv: Cv): DraftEntry[] {
  return cv.media.map((item) => ({
    key: `media-${item.outlet}-${item.date}`,
    rail: formatDate(item.date),
    days: ofDate(item.date),
    lines: [itemLine({ text: item.title, url: item.url }, [item.outlet])],
  }));
}
