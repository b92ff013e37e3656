import { type Found, type Notebook, openNotebook, type Origin, type PartList, type Reading, type Remark } from "./finding.ts";
import { readDate } from "./foreign-date.ts";
import { childOf, indexJsonLines, isEmptyValue, type Json, keysOf, listOf, parseJson } from "./json-text.ts";
import { readProfileLink } from "./profile-site.ts";
import { lineOf, readAuthorLine, readInstitution, readPeriod, readTitledName, reportUnread, withoutEmpty } from "./resume-part.ts";
import { fitPublication } from "./resume-publication.ts";

type Part = { list: PartList; value: Record<string, unknown> };

/** `Host: Prof. Ada` among the highlights; the others have no place. */
function takeNames(entry: Json, labels: Record<string, string>, notebook: Notebook): Record<string, unknown> {
  const names: Record<string, unknown[]> = {};
  for (const [index] of listOf(entry, "highlights").entries()) {
    const text = lineOf(entry, "highlights", index);
    const [, label = "", name] = /^([A-Z][\w-]*): (.+)$/.exec(text ?? "") ?? [];
    const key = labels[label];
    if (key !== undefined && name !== undefined) (names[key] ??= []).push(readTitledName(name));
    else if (text !== undefined) notebook.drop("highlights", `“${text.slice(0, 60)}”`);
  }
  return names;
}

const readDay = (entry: Json, key: string, notebook: Notebook) => {
  const text = lineOf(entry, key);
  const date = text === undefined ? undefined : readDate(text)?.date;
  if (text !== undefined && date === undefined) notebook.drop(key, `“${text}” is no date that can be read without doubt`);
  return date;
};

function readWork(entry: Json, notebook: Notebook): Part | undefined {
  const period = readPeriod(lineOf(entry, "startDate"), lineOf(entry, "endDate"), true, notebook);
  const institution = readInstitution(lineOf(entry, "name") ?? lineOf(entry, "company"), {
    unit: lineOf(entry, "description"),
    place: lineOf(entry, "location"),
  });
  const title = lineOf(entry, "position");
  reportUnread(entry, "name company position location description startDate endDate highlights url website", notebook);
  const names = takeNames(entry, { Host: "hosts", Supervisor: "supervisors" }, notebook);
  if (title === undefined || institution === undefined || period === undefined) return notebook.leaveOut("a position needs a title, an institution and a date");
  return { list: "positions", value: withoutEmpty({ title, institution, period, ...names }) };
}

function readEducation(entry: Json, notebook: Notebook): Part | undefined {
  const period = readPeriod(lineOf(entry, "startDate"), lineOf(entry, "endDate"), true, notebook);
  const institution = readInstitution(lineOf(entry, "institution"));
  const [degree, area] = [lineOf(entry, "studyType"), lineOf(entry, "area")];
  reportUnread(entry, "institution area studyType startDate endDate score url", notebook);
  if (degree === undefined && area !== undefined) notebook.guess("studyType", "no degree is named; the subject stands for it");
  if ((degree ?? area) === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a degree needs a name, an institution and a date");
  return {
    list: "education",
    value: withoutEmpty({ degree: degree ?? area, field: degree === undefined ? undefined : area, institution, period, distinction: lineOf(entry, "score") }),
  };
}

function readAward(entry: Json, notebook: Notebook): Part | undefined {
  const [title, body, summary] = [lineOf(entry, "title"), lineOf(entry, "awarder"), lineOf(entry, "summary")];
  const date = readDay(entry, "date", notebook);
  const share = /(?:^|\. )Given to (\d+(?:\.\d+)?)% of candidates$/.exec(summary ?? "");
  const rest = share === null ? summary : summary?.slice(0, share.index);
  if (rest !== undefined && rest !== "") notebook.drop("summary", `“${rest.slice(0, 60)}”`);
  if (title === undefined || date === undefined) return notebook.leaveOut("an award needs a title and a date");
  return {
    list: "awards",
    value: withoutEmpty({ title, bodies: body === undefined ? [] : [body], date, selectivity: share === null ? undefined : Number(share[1]) }),
  };
}

function readProject(entry: Json, notebook: Notebook): Part | undefined {
  const [title, entity, description, role] = [lineOf(entry, "name"), lineOf(entry, "entity"), lineOf(entry, "description"), lineOf(entry, "roles", 0)];
  const [, currency, amount, declined] = /^([A-Z]{3}) (\d+(?:\.\d+)?)(\. Declined)?$/.exec(description ?? "") ?? [];
  const period = readPeriod(lineOf(entry, "startDate"), lineOf(entry, "endDate"), true, notebook);
  if (lineOf(entry, "type") !== "grant") return notebook.leaveOut("the record has no kind for a project; a grant has the type grant");
  if (title === undefined || entity === undefined || currency === undefined || period === undefined || role === undefined)
    return notebook.leaveOut("a grant needs a title, a funder, an amount such as EUR 5000, a role and a date");
  const names = takeNames(entry, { "Co-investigator": "coInvestigators" }, notebook);
  const money = { value: Number(amount), currency };
  return {
    list: "grants",
    value: withoutEmpty({
      title,
      funders: [entity],
      amount: money,
      period,
      role,
      ...names,
      declined: declined === undefined ? undefined : true,
      url: lineOf(entry, "url"),
    }),
  };
}

const SERVICE = /^(?:area-chair|conference-reviewer|journal-reviewer)$/;
const ORGANISED = /^(?:conference|competition|tutorial|meetup|panel)$/;

function readVolunteer(entry: Json, notebook: Notebook): Part | undefined {
  const [event, position, title] = [lineOf(entry, "organization"), lineOf(entry, "position"), lineOf(entry, "summary")];
  const date = readDay(entry, "startDate", notebook);
  if (event === undefined || position === undefined || date === undefined) return notebook.leaveOut("service needs an organisation, a position and a date");
  if (SERVICE.test(position)) return { list: "service", value: { year: date.slice(0, 4), kind: position, venues: event.split(/\s*,\s*/) } };
  const isKind = ORGANISED.test(position);
  if (!isKind && !/\b(?:chair|organi[sz]er|committee)\b/i.test(position)) return notebook.leaveOut("the record has no kind for voluntary work of this sort");
  if (!isKind) notebook.guess("kind", "the event was taken for a conference");
  return {
    list: "organisation",
    value: withoutEmpty({ kind: isKind ? position : "conference", event, title, role: isKind ? undefined : position, date, url: lineOf(entry, "url") }),
  };
}

function readBasics(resume: Json, notebook: Notebook): Record<string, unknown> {
  const basics = childOf(resume, "basics");
  const url = lineOf(basics, "url") ?? lineOf(basics, "website");
  const links = listOf(basics, "profiles").flatMap((profile) => {
    const link = readProfileLink(lineOf(profile, "network"), lineOf(profile, "username"), lineOf(profile, "url"));
    if (link === undefined) notebook.drop("profiles", `the record has no place for “${lineOf(profile, "network") ?? ""}”`);
    return link === undefined ? [] : [link];
  });
  reportUnread(basics, "name label email url website profiles", notebook);
  const orcid = links.find(({ site }) => site === "orcid")?.url.match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/)?.[0];
  const email = lineOf(basics, "email");
  return withoutEmpty({
    name: lineOf(basics, "name"),
    emails: email === undefined ? [] : [email],
    orcid,
    links: [...(url === undefined ? [] : [{ site: "website", url }]), ...links],
    interests: listOf(resume, "interests").flatMap((interest) => lineOf(interest, "name") ?? []),
  });
}

function readPublication(entry: Json, owner: string | undefined, origin: Origin, notebook: Notebook): Found | undefined {
  const summary = lineOf(entry, "summary");
  const [, names, note] = /^(.*?)(?:\. ((?:Accepted|Under review)\b.*))?$/.exec(summary ?? "") ?? [];
  const authors = readAuthorLine(names, owner);
  if (authors !== undefined) notebook.guess("authors", "they were read out of the summary");
  else if (summary !== undefined) notebook.drop("summary", `“${summary.slice(0, 60)}”`);
  const url = lineOf(entry, "url") ?? lineOf(entry, "website");
  return fitPublication(
    { title: lineOf(entry, "name"), authors, container: lineOf(entry, "publisher"), date: lineOf(entry, "releaseDate"), url, doi: undefined, note },
    origin,
    notebook,
  );
}

function readCertificate(entry: Json, notebook: Notebook): Part | undefined {
  const [title, body, url] = [lineOf(entry, "name"), lineOf(entry, "issuer"), lineOf(entry, "url")];
  const date = readDay(entry, "date", notebook);
  if (title === undefined || date === undefined) return notebook.leaveOut("a certificate needs a name and a date");
  return { list: "certificates", value: withoutEmpty({ title, body, date, url }) };
}

function readSkills(entry: Json, notebook: Notebook): Part | undefined {
  const area = lineOf(entry, "name");
  const skills = listOf(entry, "keywords").flatMap((_, index) => lineOf(entry, "keywords", index) ?? []);
  if (area === undefined) return notebook.leaveOut("skills need a name");
  return { list: "skills", value: withoutEmpty({ area, skills: skills.length === 0 ? [area] : skills, level: lineOf(entry, "level") }) };
}

/** Levels are words in this format; those of the European framework are kept as levels, others as a remark. */
function readLanguage(entry: Json, notebook: Notebook): Part | undefined {
  const [language, fluency] = [lineOf(entry, "language"), lineOf(entry, "fluency")];
  const [, level, note] = /^(native(?: speaker)?|[abc][12])\b(?:,\s*(.+))?$/i.exec(fluency ?? "") ?? [];
  if (language === undefined) return notebook.leaveOut("a language needs a name");
  const isNative = level !== undefined && /^native/i.test(level);
  return {
    list: "languages",
    value: withoutEmpty({ language, level: isNative ? "native" : level?.toLowerCase(), note: level === undefined ? fluency : note }),
  };
}

const SECTIONS: Record<string, (entry: Json, notebook: Notebook) => Part | undefined> = {
  work: readWork,
  volunteer: readVolunteer,
  education: readEducation,
  awards: readAward,
  projects: readProject,
  certificates: readCertificate,
  skills: readSkills,
  languages: readLanguage,
};

/** Reads a résumé in the schema of JSON Resume 1.0.0. Never throws, whatever the text holds. */
export function readJsonResume(text: string): Reading {
  const remarks: Remark[] = [];
  const parsed = parseJson(text);
  if (parsed.kind === "broken") {
    openNotebook(remarks, { key: "", line: parsed.line }).leaveOut(parsed.reason);
    return { read: 0, found: [], remarks };
  }
  const { value: resume } = parsed;
  const lines = indexJsonLines(text);
  const basicsOrigin = { key: "basics", line: lines.get("basics") ?? 0 };
  const profile = readBasics(resume, openNotebook(remarks, basicsOrigin));
  const found: Found[] = [{ kind: "profile", ...basicsOrigin, value: profile }];
  let read = 1;
  for (const section of keysOf(resume)) {
    for (const [index, entry] of listOf(resume, section).entries()) {
      if (section === "interests") continue;
      read += 1;
      const origin = { key: `${section}[${index}]`, line: lines.get(`${section}.${index}`) ?? 0 };
      const notebook = openNotebook(remarks, origin);
      const reader = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
      if (section === "publications")
        found.push(...[readPublication(entry, lineOf(resume, "basics", "name"), origin, notebook)].filter((item) => item !== undefined));
      else if (reader === undefined) {
        if (!isEmptyValue(entry)) notebook.leaveOut(`the record has no list for ${section}`);
      } else {
        const part = reader(entry, notebook);
        if (part !== undefined) found.push({ kind: "part", ...origin, ...part });
      }
    }
  }
  return { read, found, remarks };
}
