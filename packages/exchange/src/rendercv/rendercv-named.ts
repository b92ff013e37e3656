import type { Notebook, Part } from "../found/finding.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";
import { readDay } from "../found/foreign-date.ts";
import { readTitledName, withoutEmpty } from "../found/resume-part.ts";

type Reader = (entry: RenderCvEntry, notebook: Notebook) => Part | undefined;

/** The day of an entry, or the first of its days. */
const dayOf = (entry: RenderCvEntry, notebook: Notebook) =>
  readDay(entry.line("date") ?? entry.line("start_date"), "date", notebook);

function dropRest(rest: readonly string[], notebook: Notebook): void {
  for (const line of rest) notebook.drop("highlights", `“${line.slice(0, 60)}”`);
}

/**
 * A summary that says in our own export what it is entered as; elsewhere it may be a description.
 */
function readAs(entry: RenderCvEntry, what: string, notebook: Notebook): string | undefined {
  const summary = entry.line("summary");
  if (summary !== undefined)
    notebook.guess("summary", `“${summary.slice(0, 60)}” was entered as ${what}`);
  return summary;
}

function readAward(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, date, place, body] = [
    entry.line("name"),
    dayOf(entry, notebook),
    entry.line("location"),
    readAs(entry, "who gave it", notebook),
  ];
  if (title === undefined || date === undefined)
    return notebook.leaveOut("an award needs a title and a date");
  return {
    list: "awards",
    value: withoutEmpty({ title, bodies: body === undefined ? [] : [body], place, date }),
  };
}

/** `Fund; EUR 5000; pi; declined`: what gave it comes first, the others are known by their form. */
function readGrant(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, period, parts] = [
    entry.line("name"),
    entry.period(),
    (entry.line("summary") ?? "").split("; "),
  ];
  const { of, rest } = entry.highlights("With");
  const [funder, ...facts] = parts;
  const money = facts
    .map((fact) => /^([A-Z]{3}) (\d+(?:\.\d+)?)$/.exec(fact))
    .find((found) => found !== null);
  const role = facts.find((fact) => /^(?:pi|co-pi|co-investigator|collaborator)$/.test(fact));
  dropRest(rest, notebook);
  if (title === undefined || period === undefined || funder === undefined || funder === "")
    return notebook.leaveOut("a grant needs a title, a date, and a summary that names who gave it");
  const amount = money === undefined ? undefined : { value: Number(money[2]), currency: money[1] };
  const [coInvestigators, declined] = [
    of("With").map(readTitledName),
    facts.includes("declined") ? true : undefined,
  ];
  return {
    list: "grants",
    value: withoutEmpty({
      title,
      funders: [funder],
      amount,
      period,
      role,
      coInvestigators,
      declined,
    }),
  };
}

function readTalk(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, date, place, summary] = [
    entry.line("name"),
    dayOf(entry, notebook),
    entry.line("location"),
    readAs(entry, "series and host", notebook),
  ];
  const { of, rest } = entry.highlights("Organiser");
  const parts = summary?.split(", ") ?? [];
  const [series, host] =
    parts.length > 1 ? [parts[0], parts.slice(1).join(", ")] : [undefined, summary];
  dropRest(rest, notebook);
  if (title === undefined || date === undefined)
    return notebook.leaveOut("a talk needs a title and a date");
  return {
    list: "talks",
    value: withoutEmpty({
      title,
      series,
      host,
      organisers: of("Organiser").map(readTitledName),
      place,
      date,
    }),
  };
}

function readCourse(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [name, date, institution, summary] = [
    entry.line("name"),
    dayOf(entry, notebook),
    entry.line("location"),
    entry.line("summary"),
  ];
  const [, code, title] = /^((?=\S*\d)[A-Z][A-Z\d.-]+) (.+)$/.exec(name ?? "") ?? [];
  const audience = /^for (.+)$/.exec(summary ?? "")?.[1];
  if (summary !== undefined && audience === undefined)
    notebook.drop("summary", `“${summary.slice(0, 60)}”`);
  if (name === undefined || institution === undefined || date === undefined)
    return notebook.leaveOut(
      "a course needs a title, a date, and a location that names the institution",
    );
  return {
    list: "courses",
    value: withoutEmpty({ title: title ?? name, code, audience, institution, date }),
  };
}

function readTutorial(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, date, place, event] = [
    entry.line("name"),
    dayOf(entry, notebook),
    entry.line("location"),
    readAs(entry, "the event", notebook),
  ];
  const { of, rest } = entry.highlights("Role", "Minutes");
  const [roles, minutes] = [of("Role")[0]?.split(", "), Number(of("Minutes")[0])];
  if (roles === undefined)
    notebook.guess("roles", "nothing says in which role; it was entered as presented");
  if (title === undefined || date === undefined || event === undefined)
    return notebook.leaveOut(
      "a tutorial needs a title, a date, and a summary that names the event",
    );
  const [description, ...more] = rest;
  dropRest(more, notebook);
  const value = {
    title,
    event,
    place,
    date,
    roles: roles ?? ["presenter"],
    minutes: Number.isInteger(minutes) ? minutes : undefined,
    description,
  };
  return { list: "tutorials", value: withoutEmpty(value) };
}

const LEVELS: readonly [RegExp, string][] = [
  [/^(?:phd|ph\.d\.?|doctora)/i, "phd"],
  [/^(?:master|m\.?sc|m\.?a\b)/i, "master"],
  [/^(?:undergraduate|bachelor|b\.?sc|b\.?a\b)/i, "undergraduate"],
];

function readMentee(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [names, period, institution, summary] = [
    entry.line("name"),
    entry.period(),
    entry.line("location"),
    entry.line("summary"),
  ];
  const { of, rest } = entry.highlights("Role", "Programme", "Outcome");
  const level = LEVELS.find(([pattern]) => pattern.test(summary ?? ""))?.[1];
  dropRest(rest, notebook);
  if (
    names === undefined ||
    period === undefined ||
    institution === undefined ||
    level === undefined
  )
    return notebook.leaveOut(
      "students need names, a date, a location that names the institution, and a summary such as PhD or Master",
    );
  const [[role], [programme], [outcome]] = [of("Role"), of("Programme"), of("Outcome")];
  return {
    list: "mentees",
    value: withoutEmpty({
      names: names.split(/\s*,\s*/).map(readTitledName),
      level,
      role,
      programme,
      institution,
      period,
      outcome,
    }),
  };
}

const ORGANISED = /^(?:conference|competition|tutorial|meetup|panel)$/;

function readOrganisation(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [name, date, place, summary] = [
    entry.line("name"),
    dayOf(entry, notebook),
    entry.line("location"),
    entry.line("summary") ?? "",
  ];
  const { of, rest } = entry.highlights("Role");
  const parts = summary.split(", ").filter((part) => part !== "");
  const kind = parts.find((part) => ORGANISED.test(part));
  const others = parts.filter((part) => part !== kind);
  dropRest(rest, notebook);
  if (kind === undefined) notebook.guess("kind", "the event was taken for a conference");
  if (name === undefined || date === undefined)
    return notebook.leaveOut("an event needs a name and a date");
  const event = others.length > 0 && kind !== undefined ? others.join(", ") : undefined;
  const role =
    of("Role")[0] ?? (kind === undefined && others.length > 0 ? others.join(", ") : undefined);
  return {
    list: "organisation",
    value: withoutEmpty({
      kind: kind ?? "conference",
      event: event ?? name,
      title: event === undefined ? undefined : name,
      role,
      place,
      date,
    }),
  };
}

function readExhibition(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, period, [institution, ...place]] = [
    entry.line("name"),
    entry.period(),
    (entry.line("location") ?? "").split(", "),
  ];
  const facts = (entry.line("summary") ?? "").split(", ");
  const { of, rest } = entry.highlights("With");
  dropRest(rest, notebook);
  const [form, role] = [
    facts.find((fact) => fact === "solo" || fact === "group"),
    facts.includes("curator") ? "curator" : "artist",
  ];
  for (const fact of facts)
    if (fact !== "" && fact !== form && fact !== role)
      notebook.drop("summary", `“${fact.slice(0, 60)}”`);
  if (
    title === undefined ||
    period === undefined ||
    institution === undefined ||
    institution === ""
  )
    return notebook.leaveOut(
      "an exhibition needs a title, a date, and a location that names the house",
    );
  return {
    list: "exhibitions",
    value: withoutEmpty({
      title,
      form,
      role,
      institution,
      place: place.join(", "),
      period,
      partners: of("With").map(readTitledName),
    }),
  };
}

function readProject(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, period, description] = [entry.line("name"), entry.period(), entry.line("summary")];
  const { of, rest } = entry.highlights("Role", "Organisation");
  if (title === undefined || period === undefined)
    return notebook.leaveOut("a project needs a title and a date");
  const [[role], [organisation]] = [of("Role"), of("Organisation")];
  return {
    list: "projects",
    value: withoutEmpty({ title, role, organisation, period, description, highlights: rest }),
  };
}

function readConsulting(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [client, period, place, title] = [
    entry.line("name"),
    entry.period(),
    entry.line("location"),
    entry.line("summary"),
  ];
  const [description, ...rest] = entry.highlights().rest;
  dropRest(rest, notebook);
  if (client === undefined || period === undefined)
    return notebook.leaveOut("consulting needs a client and a date");
  return { list: "consulting", value: withoutEmpty({ client, title, place, period, description }) };
}

function readCertificate(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, date, body] = [
    entry.line("name"),
    dayOf(entry, notebook),
    readAs(entry, "who issued it", notebook),
  ];
  if (title === undefined || date === undefined)
    return notebook.leaveOut("a certificate needs a name and a date");
  return { list: "certificates", value: withoutEmpty({ title, body, date }) };
}

function readMembership(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [body, period, role] = [entry.line("name"), entry.period(), entry.line("summary")];
  if (body === undefined || period === undefined)
    return notebook.leaveOut("a membership needs a body and a date");
  return { list: "memberships", value: withoutEmpty({ body, role, period }) };
}

function readMedia(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [title, date, outlet] = [
    entry.line("name"),
    dayOf(entry, notebook),
    readAs(entry, "the outlet", notebook),
  ];
  if (title === undefined || date === undefined || outlet === undefined)
    return notebook.leaveOut("coverage needs a title, a date, and a summary that names the outlet");
  return { list: "media", value: { title, outlet, date } };
}

/** What entries with a name mean by the title of their section; the first that fits counts. */
const SECTIONS: readonly [RegExp, Reader][] = [
  [/certificat|licen[cs]e/i, readCertificate],
  [/grant|funding/i, readGrant],
  [/award|honou?r|prize|scholarship|fellowship/i, readAward],
  [/tutorial/i, readTutorial],
  [/talk|presentation|lecture|seminar/i, readTalk],
  [/teaching|course/i, readCourse],
  [/mentor|supervis|student/i, readMentee],
  [/exhibition/i, readExhibition],
  [/consult/i, readConsulting],
  [/project|open.?source|software/i, readProject],
  [/member|affiliation/i, readMembership],
  [/media|press|coverage/i, readMedia],
  [/organi[sz]/i, readOrganisation],
];

export function readNamed(
  section: string,
  entry: RenderCvEntry,
  notebook: Notebook,
): Part | undefined {
  const reader = SECTIONS.find(([pattern]) => pattern.test(section))?.[1];
  return reader === undefined
    ? notebook.leaveOut(`the record has no list for “${section}”`)
    : reader(entry, notebook);
}
