import { ServiceKind } from "@triptych/schema";
import type { Notebook, Part } from "./finding.ts";
import type { Json } from "./json-text.ts";
import { lineOf, linesOf, readDay, readInstitution, readPeriod, readTitledName, reportUnread, splitLabels, withoutEmpty } from "./resume-part.ts";

const periodOf = (entry: Json, notebook: Notebook) => readPeriod(lineOf(entry, "startDate"), lineOf(entry, "endDate"), true, notebook);

/** A summary stands before the highlights, since a post has no other place for it. */
function readHighlights(entry: Json, notebook: Notebook): string[] {
  const summary = lineOf(entry, "summary");
  if (summary !== undefined) notebook.guess("summary", "it was entered as the first of the highlights");
  return [...(summary === undefined ? [] : [summary]), ...linesOf(entry, "highlights")];
}

export function readWork(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const institution = readInstitution(lineOf(entry, "name") ?? lineOf(entry, "company"), {
    unit: lineOf(entry, "description"),
    place: lineOf(entry, "location"),
  });
  const title = lineOf(entry, "position");
  reportUnread(entry, "name company position location description startDate endDate summary highlights", notebook);
  const { of, rest } = splitLabels(readHighlights(entry, notebook), ["Host", "Supervisor"]);
  if (title === undefined || institution === undefined || period === undefined) return notebook.leaveOut("a position needs a title, an institution and a date");
  const [hosts, supervisors] = [of("Host").map(readTitledName), of("Supervisor").map(readTitledName)];
  return { list: "positions", value: withoutEmpty({ title, institution, period, hosts, supervisors, highlights: rest }) };
}

export function readEducation(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const institution = readInstitution(lineOf(entry, "institution"));
  const [degree, area] = [lineOf(entry, "studyType"), lineOf(entry, "area")];
  reportUnread(entry, "institution area studyType startDate endDate score", notebook);
  if (degree === undefined && area !== undefined) notebook.guess("studyType", "no degree is named; the subject stands for it");
  if ((degree ?? area) === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a degree needs a name, an institution and a date");
  return {
    list: "education",
    value: withoutEmpty({ degree: degree ?? area, field: degree === undefined ? undefined : area, institution, period, distinction: lineOf(entry, "score") }),
  };
}

export function readAward(entry: Json, notebook: Notebook): Part | undefined {
  const [title, body, summary] = [lineOf(entry, "title"), lineOf(entry, "awarder"), lineOf(entry, "summary")];
  const date = readDay(lineOf(entry, "date"), "date", notebook);
  const share = /(?:^|\. )Given to (\d+(?:\.\d+)?)% of candidates$/.exec(summary ?? "");
  const rest = share === null ? summary : summary?.slice(0, share.index);
  if (rest !== undefined && rest !== "") notebook.drop("summary", `“${rest.slice(0, 60)}”`);
  reportUnread(entry, "title awarder date summary", notebook);
  if (title === undefined || date === undefined) return notebook.leaveOut("an award needs a title and a date");
  return {
    list: "awards",
    value: withoutEmpty({ title, bodies: body === undefined ? [] : [body], date, selectivity: share === null ? undefined : Number(share[1]) }),
  };
}

const GRANT_ROLE = /^(?:pi|co-pi|co-investigator|collaborator)$/;

function readGrant(entry: Json, period: object, notebook: Notebook): Part | undefined {
  const [title, funder, description, role] = [lineOf(entry, "name"), lineOf(entry, "entity"), lineOf(entry, "description"), lineOf(entry, "roles", 0)];
  const [whole, currency, amount, declined] = /^(?:([A-Z]{3}) (\d+(?:\.\d+)?)(?:\. |$))?(Declined)?$/.exec(description ?? "") ?? [];
  if (description !== undefined && whole === undefined) notebook.drop("description", `“${description.slice(0, 60)}”`);
  if (role !== undefined && !GRANT_ROLE.test(role)) notebook.drop("roles", `“${role}” is none of a grant`);
  if (title === undefined || funder === undefined) return notebook.leaveOut("a grant needs a title and a funder");
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Co-investigator"]);
  for (const line of rest) notebook.drop("highlights", `“${line.slice(0, 60)}”`);
  return {
    list: "grants",
    value: withoutEmpty({
      title,
      funders: [funder],
      amount: currency === undefined ? undefined : { value: Number(amount), currency },
      period,
      role: role !== undefined && GRANT_ROLE.test(role) ? role : undefined,
      coInvestigators: of("Co-investigator").map(readTitledName),
      declined: declined === undefined ? undefined : true,
      url: lineOf(entry, "url"),
    }),
  };
}

function readExhibition(entry: Json, period: object, notebook: Notebook): Part | undefined {
  const [title, institution] = [lineOf(entry, "name"), lineOf(entry, "entity")];
  const form = /^(solo|group) exhibition$/.exec(lineOf(entry, "description") ?? "")?.[1];
  const { of } = splitLabels(linesOf(entry, "highlights"), ["Place", "With"]);
  if (title === undefined || institution === undefined) return notebook.leaveOut("an exhibition needs a title and a house");
  const role = lineOf(entry, "roles", 0) === "curator" ? "curator" : "artist";
  const [[place], partners] = [of("Place"), of("With").map(readTitledName)];
  return { list: "exhibitions", value: withoutEmpty({ title, form, role, institution, place, period, partners, url: lineOf(entry, "url") }) };
}

function readConsulting(entry: Json, period: object, notebook: Notebook): Part | undefined {
  const [name, client] = [lineOf(entry, "name"), lineOf(entry, "entity") ?? lineOf(entry, "name")];
  const { of } = splitLabels(linesOf(entry, "highlights"), ["Place"]);
  if (client === undefined) return notebook.leaveOut("consulting needs a client");
  const title = name === client ? undefined : name;
  return {
    list: "consulting",
    value: withoutEmpty({ client, title, place: of("Place")[0], period, description: lineOf(entry, "description"), url: lineOf(entry, "url") }),
  };
}

/** Projects of the types that our own export writes are what they say; all others are projects. */
export function readProject(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const title = lineOf(entry, "name");
  reportUnread(entry, "name type entity description highlights roles startDate endDate url", notebook);
  if (period === undefined) return notebook.leaveOut("a project needs a date");
  const type = lineOf(entry, "type");
  if (type === "grant") return readGrant(entry, period, notebook);
  if (type === "exhibition") return readExhibition(entry, period, notebook);
  if (type === "consulting") return readConsulting(entry, period, notebook);
  if (title === undefined) return notebook.leaveOut("a project needs a title");
  const role = linesOf(entry, "roles").join(", ");
  const [organisation, description, highlights, url] = [
    lineOf(entry, "entity"),
    lineOf(entry, "description"),
    linesOf(entry, "highlights"),
    lineOf(entry, "url"),
  ];
  return { list: "projects", value: withoutEmpty({ title, role, organisation, period, description, highlights, url }) };
}

const ORGANISED = /^(?:conference|competition|tutorial|meetup|panel)$/;
const ORGANISING = /\b(?:chair|organi[sz]er|committee)\b/i;

/** Voluntary work is service by a year, an event organised on a day, a membership, or, where it is described, a post. */
export function readVolunteer(entry: Json, notebook: Notebook): Part | undefined {
  const [body, position, summary, url] = [lineOf(entry, "organization"), lineOf(entry, "position"), lineOf(entry, "summary"), lineOf(entry, "url")];
  const period = periodOf(entry, notebook);
  const date = period?.["start"];
  reportUnread(entry, "organization position summary startDate endDate url highlights", notebook);
  if (body === undefined || position === undefined || period === undefined || date === undefined)
    return notebook.leaveOut("voluntary work needs an organisation, a position and a date");
  if (ServiceKind.safeParse(position).success) return { list: "service", value: { year: date.slice(0, 4), kind: position, venues: body.split(/\s*,\s*/) } };
  const isKind = ORGANISED.test(position);
  if (isKind || (ORGANISING.test(position) && period["end"] === date)) {
    if (!isKind) notebook.guess("kind", "the event was taken for a conference");
    const role = isKind ? undefined : position;
    return { list: "organisation", value: withoutEmpty({ kind: isKind ? position : "conference", event: body, title: summary, role, date, url }) };
  }
  const highlights = readHighlights(entry, notebook);
  if (highlights.length === 0)
    return { list: "memberships", value: withoutEmpty({ body, role: /^member$/i.test(position) ? undefined : position, period, url }) };
  notebook.guess("position", "voluntary work was entered as a position");
  if (url !== undefined) notebook.drop("url", "the record has no place for it");
  return { list: "positions", value: { title: position, institution: { name: body }, period, highlights } };
}
