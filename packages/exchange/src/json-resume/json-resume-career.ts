import { ServiceKind } from "@triptych/schema";
import type { Notebook, Part } from "../found/finding.ts";
import type { Json } from "../text/json-text.ts";
import { readDay } from "../found/foreign-date.ts";
import { withoutEmpty } from "../found/part.ts";
import {
  dropLines,
  lineOf,
  linesOf,
  readInstitution,
  readPeriod,
  readTitledName,
  reportUnread,
  splitLabels,
} from "../found/resume-part.ts";

const periodOf = (entry: Json, notebook: Notebook) =>
  readPeriod(lineOf(entry, "startDate"), lineOf(entry, "endDate"), true, notebook);

/** A summary stands before the highlights, since a post has no other place for it. */
function readHighlights(entry: Json, notebook: Notebook): string[] {
  const summary = lineOf(entry, "summary");
  if (summary !== undefined)
    notebook.guess("summary", "it was entered as the first of the highlights");
  return [...(summary === undefined ? [] : [summary]), ...linesOf(entry, "highlights")];
}

export function readWork(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const institution = readInstitution(lineOf(entry, "name") ?? lineOf(entry, "company"), {
    unit: lineOf(entry, "description"),
    place: lineOf(entry, "location"),
  });
  const title = lineOf(entry, "position");
  reportUnread(
    entry,
    "name company position location description startDate endDate summary highlights",
    notebook,
  );
  const { of, rest } = splitLabels(readHighlights(entry, notebook), ["Host", "Supervisor"]);
  if (title === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a position needs a title, an institution and a date");
  const [hosts, supervisors] = [
    of("Host").map(readTitledName),
    of("Supervisor").map(readTitledName),
  ];
  return {
    list: "positions",
    value: withoutEmpty({ title, institution, period, hosts, supervisors, highlights: rest }),
  };
}

export function readEducation(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const institution = readInstitution(lineOf(entry, "institution"));
  const [degree, area] = [lineOf(entry, "studyType"), lineOf(entry, "area")];
  reportUnread(entry, "institution area studyType startDate endDate score", notebook);
  if (degree === undefined && area !== undefined)
    notebook.guess("studyType", "no degree is named; the subject stands for it");
  if ((degree ?? area) === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a degree needs a name, an institution and a date");
  return {
    list: "education",
    value: withoutEmpty({
      degree: degree ?? area,
      field: degree === undefined ? undefined : area,
      institution,
      period,
      distinction: lineOf(entry, "score"),
    }),
  };
}

export function readAward(entry: Json, notebook: Notebook): Part | undefined {
  const [title, body, summary] = [
    lineOf(entry, "title"),
    lineOf(entry, "awarder"),
    lineOf(entry, "summary"),
  ];
  const date = readDay(lineOf(entry, "date"), "date", notebook);
  const share = /(?:^|\. )Given to (\d+(?:\.\d+)?)% of candidates$/.exec(summary ?? "");
  const rest = share === null ? summary : summary?.slice(0, share.index);
  dropLines("summary", [rest], notebook);
  reportUnread(entry, "title awarder date summary", notebook);
  if (title === undefined || date === undefined)
    return notebook.leaveOut("an award needs a title and a date");
  return {
    list: "awards",
    value: withoutEmpty({
      title,
      bodies: body === undefined ? [] : [body],
      date,
      selectivity: share === null ? undefined : Number(share[1]),
    }),
  };
}

const GRANT_ROLE = /^(?:pi|co-pi|co-investigator|collaborator)$/;

/** The first role that an entry can have, and the others. */
function takeRole(entry: Json, known: RegExp): { role: string | undefined; others: string[] } {
  const roles = linesOf(entry, "roles");
  const at = roles.findIndex((role) => known.test(role));
  return { role: roles[at], others: roles.filter((_, index) => index !== at) };
}

function readGrant(entry: Json, period: object, notebook: Notebook): Part | undefined {
  const [title, funder, description] = [
    lineOf(entry, "name"),
    lineOf(entry, "entity"),
    lineOf(entry, "description"),
  ];
  const { role, others } = takeRole(entry, GRANT_ROLE);
  const [whole, currency, amount, declined] =
    /^(?:([A-Z]{3}) (\d+(?:\.\d+)?)(?:\. |$))?(Declined)?$/.exec(description ?? "") ?? [];
  if (whole === undefined) dropLines("description", [description], notebook);
  for (const other of others) notebook.drop("roles", `“${other}” is none of a grant`);
  if (title === undefined || funder === undefined)
    return notebook.leaveOut("a grant needs a title and a funder");
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Co-investigator"]);
  dropLines("highlights", rest, notebook);
  return {
    list: "grants",
    value: withoutEmpty({
      title,
      funders: [funder],
      amount: currency === undefined ? undefined : { value: Number(amount), currency },
      period,
      role,
      coInvestigators: of("Co-investigator").map(readTitledName),
      declined: declined === undefined ? undefined : true,
      url: lineOf(entry, "url"),
    }),
  };
}

function readExhibition(entry: Json, period: object, notebook: Notebook): Part | undefined {
  const [title, institution] = [lineOf(entry, "name"), lineOf(entry, "entity")];
  const description = lineOf(entry, "description");
  const form = /^(solo|group) exhibition$/.exec(description ?? "")?.[1];
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Place", "With"]);
  if (title === undefined || institution === undefined)
    return notebook.leaveOut("an exhibition needs a title and a house");
  const { role, others } = takeRole(entry, /^(?:artist|curator)$/);
  const [[place, ...places], partners] = [of("Place"), of("With").map(readTitledName)];
  if (form === undefined) dropLines("description", [description], notebook);
  dropLines("roles", others, notebook);
  dropLines("highlights", [...places, ...rest], notebook);
  return {
    list: "exhibitions",
    value: withoutEmpty({
      title,
      form,
      role: role ?? "artist",
      institution,
      place,
      period,
      partners,
      url: lineOf(entry, "url"),
    }),
  };
}

function readConsulting(entry: Json, period: object, notebook: Notebook): Part | undefined {
  const [name, client] = [lineOf(entry, "name"), lineOf(entry, "entity") ?? lineOf(entry, "name")];
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Place"]);
  if (client === undefined) return notebook.leaveOut("consulting needs a client");
  const [place, ...places] = of("Place");
  dropLines("roles", linesOf(entry, "roles"), notebook);
  dropLines("highlights", [...places, ...rest], notebook);
  const title = name === client ? undefined : name;
  return {
    list: "consulting",
    value: withoutEmpty({
      client,
      title,
      place,
      period,
      description: lineOf(entry, "description"),
      url: lineOf(entry, "url"),
    }),
  };
}

/** Projects of the types that our own export writes are what they say; all others are projects. */
export function readProject(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const title = lineOf(entry, "name");
  reportUnread(
    entry,
    "name type entity description highlights roles startDate endDate url",
    notebook,
  );
  if (period === undefined) return notebook.leaveOut("a project needs a date");
  const type = lineOf(entry, "type");
  if (type === "grant") return readGrant(entry, period, notebook);
  if (type === "exhibition") return readExhibition(entry, period, notebook);
  if (type === "consulting") return readConsulting(entry, period, notebook);
  if (title === undefined) return notebook.leaveOut("a project needs a title");
  if (type !== undefined && !/^project$/i.test(type))
    notebook.drop("type", `“${type}”: it was entered as a project`);
  const role = linesOf(entry, "roles").join(", ");
  const [organisation, description, highlights, url] = [
    lineOf(entry, "entity"),
    lineOf(entry, "description"),
    linesOf(entry, "highlights"),
    lineOf(entry, "url"),
  ];
  return {
    list: "projects",
    value: withoutEmpty({ title, role, organisation, period, description, highlights, url }),
  };
}

const ORGANISED = /^(?:conference|competition|tutorial|meetup|panel)$/;
const ORGANISING = /\b(?:chair|organi[sz]er|committee)\b/i;

/** What voluntary work says beyond the year or the day on which it counts. */
function dropRest(
  entry: Json,
  fields: readonly ("summary" | "url")[],
  end: string | undefined,
  notebook: Notebook,
): void {
  dropLines("endDate", [end], notebook);
  for (const field of fields) dropLines(field, [lineOf(entry, field)], notebook);
  dropLines("highlights", linesOf(entry, "highlights"), notebook);
}

/**
 * Voluntary work is service by a year, an event organised on a day, a membership, or, where it is
 * described, a post.
 */
export function readVolunteer(entry: Json, notebook: Notebook): Part | undefined {
  const [body, position, summary, url] = [
    lineOf(entry, "organization"),
    lineOf(entry, "position"),
    lineOf(entry, "summary"),
    lineOf(entry, "url"),
  ];
  const period = periodOf(entry, notebook);
  const date = period?.["start"];
  reportUnread(entry, "organization position summary startDate endDate url highlights", notebook);
  if (body === undefined || position === undefined || period === undefined || date === undefined)
    return notebook.leaveOut("voluntary work needs an organisation, a position and a date");
  const end = period["end"];
  if (ServiceKind.safeParse(position).success) {
    const year = date.slice(0, 4);
    dropRest(entry, ["summary", "url"], end?.startsWith(year) === true ? undefined : end, notebook);
    return { list: "service", value: { year, kind: position, venues: body.split(/\s*,\s*/) } };
  }
  const isKind = ORGANISED.test(position);
  if (isKind || (ORGANISING.test(position) && end === date)) {
    if (!isKind) notebook.guess("kind", "the event was taken for a conference");
    dropRest(
      entry,
      [],
      end === date || lineOf(entry, "endDate") === undefined ? undefined : end,
      notebook,
    );
    const role = isKind ? undefined : position;
    return {
      list: "organisation",
      value: withoutEmpty({
        kind: isKind ? position : "conference",
        event: body,
        title: summary,
        role,
        date,
        url,
      }),
    };
  }
  const highlights = readHighlights(entry, notebook);
  if (highlights.length === 0)
    return {
      list: "memberships",
      value: withoutEmpty({
        body,
        role: /^member$/i.test(position) ? undefined : position,
        period,
        url,
      }),
    };
  notebook.guess("position", "voluntary work was entered as a position");
  if (url !== undefined) notebook.drop("url", "the record has no place for it");
  return {
    list: "positions",
    value: { title: position, institution: { name: body }, period, highlights },
  };
}
