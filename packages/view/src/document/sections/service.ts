import type { Cv, Organisation } from "@triptych/schema";
import { formatDate } from "../../text/date.ts";
import { joinText } from "../../text/joined.ts";
import { type DraftEntry, itemLine, textLine } from "./draft-entry.ts";
import { ofDate } from "../selection/day-range.ts";
import { type DraftGroup, ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

const ORGANISATION_KINDS = [
  "conference",
  "competition",
  "tutorial",
  "meetup",
  "panel",
] as const satisfies readonly Organisation["kind"][];

/** One entry a year, a line for each kind of service. */
function serviceEntries({ cv, words }: Source): DraftEntry[] {
  return [...Map.groupBy(cv.service, ({ year }) => year)].map(([year, services]) => ({
    key: `service-${year}`,
    rail: year,
    days: ofDate(year),
    lines: services.map(({ kind, venues }) =>
      textLine("detail", [[`${words.record.serviceKinds[kind]}: `, ...joinText(venues)]]),
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
function organisationEntries({ cv, words }: Source, wanted: Organisation["kind"]): DraftEntry[] {
  const events =
    wanted === "tutorial" ? [...organisedTutorials(cv), ...cv.organisation] : cv.organisation;
  return events
    .filter(({ kind }) => kind === wanted)
    .map(({ kind, event, title, role, place, date, url }) => ({
      key: `${kind}-${event}-${date}`,
      rail: formatDate(date, words),
      days: ofDate(date),
      lines: [
        itemLine({ text: title === undefined ? event : words.text.quoted({ text: title }), url }, [
          title === undefined ? undefined : event,
          role,
          place,
        ]),
      ],
    }));
}

function organisationGroups(source: Source): DraftGroup[] {
  return ORGANISATION_KINDS.map((kind) => ({
    title: source.words.record.organisationKinds[kind],
    entries: organisationEntries(source, kind),
  }));
}

/** The sections whose entries are written here. */
export const SERVICE = {
  service: ungrouped(serviceEntries),
  organisation: organisationGroups,
};
