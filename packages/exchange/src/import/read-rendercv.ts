import { splitMarks } from "./author-mark.ts";
import { type Found, type FoundAuthor, type Notebook, openNotebook, type Origin, type PartList, type Reading, type Remark } from "./finding.ts";
import { readDate } from "./foreign-date.ts";
import { childOf, isEmptyValue, type Json, keysOf, listOf, textOf } from "./json-text.ts";
import { cleanLine } from "./plain-text.ts";
import { readProfileLink } from "./profile-site.ts";
import { readInstitution, readPeriod, reportUnread, withoutEmpty } from "./resume-part.ts";
import { fitPublication } from "./resume-publication.ts";
import { parseYaml } from "./yaml-text.ts";

type Part = { list: PartList; value: Record<string, unknown> };

/** Markdown of a line taken off: emphasis, links, code. A sign at one end only is a mark and stays. */
function plain(text: string | undefined): string | undefined {
  return cleanLine(
    text
      ?.replaceAll(/\[([^\][]*)\]\([^()]*\)/g, "$1")
      .replaceAll(/(\*{1,3}|_{1,3})(?=\S)([^*_]+?)(?<=\S)\1/g, "$2")
      .replaceAll("`", ""),
  );
}

const lineOf = (entry: Json, ...steps: (string | number)[]) => plain(textOf(entry, ...steps));

const PERIOD = "date start_date end_date location summary highlights";

function reportProse(entry: Json, notebook: Notebook): void {
  for (const key of ["summary", "highlights"]) if (!isEmptyValue(childOf(entry, key))) notebook.drop(key, "the record has no place for descriptions");
}

/** `start_date` and `end_date`, or `date`, which is a day or free text such as `2018 – 2020`. */
function readEntryPeriod(entry: Json, notebook: Notebook) {
  const [start, end, date] = [lineOf(entry, "start_date"), lineOf(entry, "end_date"), lineOf(entry, "date")];
  if (start !== undefined || end !== undefined) return readPeriod(start, end, true, notebook);
  const [, from, to] = /^(.+?)\s+(?:-|–|—|to)\s+(.+)$/.exec(date ?? "") ?? [];
  return from === undefined ? readPeriod(undefined, date, false, notebook) : readPeriod(from, to, false, notebook);
}

function readEducation(entry: Json, notebook: Notebook): Part | undefined {
  const [degree, area] = [lineOf(entry, "degree"), lineOf(entry, "area")];
  const institution = readInstitution(lineOf(entry, "institution"), { place: lineOf(entry, "location") });
  const period = readEntryPeriod(entry, notebook);
  reportUnread(entry, `institution area degree ${PERIOD}`, notebook);
  reportProse(entry, notebook);
  if (degree === undefined && area !== undefined) notebook.guess("degree", "no degree is named; the subject stands for it");
  if ((degree ?? area) === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a degree needs a name, an institution and a date");
  return { list: "education", value: withoutEmpty({ degree: degree ?? area, field: degree === undefined ? undefined : area, institution, period }) };
}

function readExperience(entry: Json, notebook: Notebook): Part | undefined {
  const title = lineOf(entry, "position");
  const institution = readInstitution(lineOf(entry, "company"), { place: lineOf(entry, "location") });
  const period = readEntryPeriod(entry, notebook);
  reportUnread(entry, `company position ${PERIOD}`, notebook);
  reportProse(entry, notebook);
  if (title === undefined || institution === undefined || period === undefined) return notebook.leaveOut("a position needs a title, an institution and a date");
  return { list: "positions", value: { title, institution, period } };
}

function readAuthors(entry: Json, notebook: Notebook): FoundAuthor[] | undefined {
  const names = listOf(entry, "authors").flatMap((_, index): FoundAuthor[] => {
    const { name, marks, affiliations } = splitMarks(lineOf(entry, "authors", index) ?? "");
    if (affiliations !== undefined) notebook.drop("authors", `“${affiliations}” at a name numbers affiliations`);
    return name === undefined ? [] : [{ name, ...(marks === undefined ? {} : { marks }) }];
  });
  return names.length === 0 ? undefined : names;
}

function readPublication(entry: Json, origin: Origin, notebook: Notebook): Found | undefined {
  reportUnread(entry, "title authors doi url journal date summary", notebook);
  if (!isEmptyValue(childOf(entry, "summary"))) notebook.drop("summary", "the record has no place for descriptions");
  return fitPublication(
    {
      title: lineOf(entry, "title"),
      authors: readAuthors(entry, notebook),
      container: lineOf(entry, "journal"),
      date: lineOf(entry, "date"),
      url: textOf(entry, "url"),
      doi: textOf(entry, "doi"),
    },
    origin,
    notebook,
  );
}

/** Entries with a name and a date mean what their section says. */
function readNamed(section: string, entry: Json, notebook: Notebook): Part | undefined {
  const [title, date] = [lineOf(entry, "name"), lineOf(entry, "date") ?? lineOf(entry, "start_date")];
  const day = date === undefined ? undefined : readDate(date)?.date;
  const list = /award|honou?r|prize|scholarship|fellowship/i.test(section)
    ? "awards"
    : /talk|presentation|lecture|seminar/i.test(section)
      ? "talks"
      : undefined;
  if (list === undefined) return notebook.leaveOut(`the record has no list for “${section}”`);
  reportUnread(entry, `name ${PERIOD}`, notebook);
  reportProse(entry, notebook);
  if (title === undefined || day === undefined) return notebook.leaveOut("an entry of this list needs a title and a date");
  return { list, value: withoutEmpty({ title, place: lineOf(entry, "location"), date: day }) };
}

function readEntry(section: string, entry: Json, origin: Origin, notebook: Notebook): Found | undefined {
  const keys = new Set(keysOf(entry));
  if (keys.has("title") && keys.has("authors")) return readPublication(entry, origin, notebook);
  const part = keys.has("institution")
    ? readEducation(entry, notebook)
    : keys.has("company")
      ? readExperience(entry, notebook)
      : keys.has("name")
        ? readNamed(section, entry, notebook)
        : notebook.leaveOut(`the record has no place for free text in “${section}”`);
  return part === undefined ? undefined : { kind: "part", ...origin, ...part };
}

function readProfile(cv: Json, notebook: Notebook): Record<string, unknown> {
  const website = lineOf(cv, "website") ?? lineOf(cv, "website", 0);
  const links = listOf(cv, "social_networks").flatMap((account) => {
    const link = readProfileLink(lineOf(account, "network"), textOf(account, "username"), undefined);
    if (link === undefined) notebook.drop("social_networks", `the record has no place for “${lineOf(account, "network") ?? ""}”`);
    return link === undefined ? [] : [link];
  });
  const emails = [textOf(cv, "email"), ...listOf(cv, "email").map((_, index) => textOf(cv, "email", index))].filter((email) => email !== undefined);
  reportUnread(cv, "name email website social_networks sections", notebook);
  const orcid = links.find(({ site }) => site === "orcid")?.url.match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/)?.[0];
  return withoutEmpty({ name: lineOf(cv, "name"), emails, orcid, links: [...(website === undefined ? [] : [{ site: "website", url: website }]), ...links] });
}

/** Reads the YAML of RenderCV 2. What an entry is follows from its keys, or else from the title of its section. Never throws. */
export function readRenderCv(text: string): Reading {
  const remarks: Remark[] = [];
  const parsed = parseYaml(text);
  if (parsed.kind === "broken") {
    openNotebook(remarks, { key: "", line: parsed.line }).leaveOut(parsed.reason);
    return { read: 0, found: [], remarks };
  }
  const cv = childOf(parsed.value, "cv");
  const profile = { key: "cv", line: parsed.lineOf("cv") };
  const found: Found[] = [{ kind: "profile", ...profile, value: readProfile(cv, openNotebook(remarks, profile)) }];
  let read = 1;
  for (const section of keysOf(childOf(cv, "sections"))) {
    for (const [index, entry] of listOf(cv, "sections", section).entries()) {
      read += 1;
      const origin = { key: `${section}[${index}]`, line: parsed.lineOf("cv", "sections", section, index) };
      const item = readEntry(section, entry, origin, openNotebook(remarks, origin));
      if (item !== undefined) found.push(item);
    }
  }
  return { read, found, remarks };
}
