import {
  asFinding,
  type Finding,
  type Notebook,
  openNotebook,
  type Part,
  type Reading,
} from "../found/finding.ts";
import { readAward, readEducation, readWork } from "./read-career.ts";
import {
  readCertificate,
  readInterest,
  readLanguage,
  readReference,
  readSkills,
} from "./read-practice.ts";
import { readProject } from "./read-project.ts";
import { readVolunteer } from "./read-volunteer.ts";
import {
  childOf,
  indexJsonLines,
  isEmptyValue,
  type Json,
  keysOf,
  listOf,
} from "../text/json-text.ts";
import { openReading, readJson } from "../found/reading.ts";
import { readProfileLink } from "../found/profile-site.ts";
import { withoutEmpty } from "../found/part.ts";
import { lineOf, readAuthorLine, reportUnread } from "../found/resume-part.ts";
import { fitPublication } from "../found/resume-publication.ts";

/**
 * Town, region and country; an address alone stands as it is, beside a town it is left out, for the
 * record is public.
 */
function readPlace(basics: Json, notebook: Notebook): string | undefined {
  const parts = ["city", "region", "countryCode"].flatMap(
    (key) => lineOf(basics, "location", key) ?? [],
  );
  const address = lineOf(basics, "location", "address");
  if (lineOf(basics, "location", "postalCode") !== undefined)
    notebook.drop("location.postalCode", "the record has no place for it");
  if (parts.length === 0) return address;
  if (address !== undefined)
    notebook.drop("location.address", "the record has no place for a street");
  return parts.join(", ");
}

function readBasics(resume: Json, notebook: Notebook): Record<string, unknown> {
  const basics = childOf(resume, "basics");
  const url = lineOf(basics, "url") ?? lineOf(basics, "website");
  const links = listOf(basics, "profiles").flatMap((profile) => {
    const link = readProfileLink(
      lineOf(profile, "network"),
      lineOf(profile, "username"),
      lineOf(profile, "url"),
    );
    if (link === undefined)
      notebook.drop(
        "profiles",
        `the record has no place for “${lineOf(profile, "network") ?? ""}”`,
      );
    return link === undefined ? [] : [link];
  });
  reportUnread(basics, "name label email phone url website summary location profiles", notebook);
  const label = lineOf(basics, "label");
  const isPost = listOf(resume, "work").some((post) => lineOf(post, "position") === label);
  const orcid = links
    .find(({ site }) => site === "orcid")
    ?.url.match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/)?.[0];
  const email = lineOf(basics, "email");
  return withoutEmpty({
    name: lineOf(basics, "name"),
    // Many write their present post here, which the record shows of itself.
    headline: isPost ? undefined : label,
    summary: lineOf(basics, "summary"),
    place: readPlace(basics, notebook),
    phone: lineOf(basics, "phone"),
    emails: email === undefined ? [] : [email],
    orcid,
    links: [...(url === undefined ? [] : [{ site: "website", url }]), ...links],
    interests: listOf(resume, "interests").flatMap((entry) => readInterest(entry, notebook)),
  });
}

/**
 * `Ada Lovelace, C. Babbage. Under review`: names up to a full stop that is none of an initial, and
 * what else is said, in which no names stand.
 */
function readSummary(summary: string, owner: string | undefined) {
  const stops = [...summary.matchAll(/(?<=\p{L}{2})(?<!\b(?:St|Jr|Sr|Dr))\. /gu)].map(
    ({ index }) => index,
  );
  const [end = summary.length] = stops;
  const note = summary.slice(end + 2);
  const isStatus = /^(?:Accepted|Under review)\b/.test(note);
  const authors =
    note.includes(", ") && !isStatus ? undefined : readAuthorLine(summary.slice(0, end), owner);
  return { authors, note: note === "" ? undefined : note };
}

function readPublication(
  entry: Json,
  owner: string | undefined,
  notebook: Notebook,
): Finding | undefined {
  reportUnread(entry, "name publisher releaseDate url website summary", notebook);
  const summary = lineOf(entry, "summary");
  const { authors, note } = readSummary(summary ?? "", owner);
  if (authors !== undefined) notebook.guess("authors", "they were read out of the summary");
  else if (summary !== undefined) notebook.drop("summary", `“${summary.slice(0, 60)}”`);
  const url = lineOf(entry, "url") ?? lineOf(entry, "website");
  return fitPublication(
    {
      title: lineOf(entry, "name"),
      authors,
      owner,
      container: lineOf(entry, "publisher"),
      date: lineOf(entry, "releaseDate"),
      url,
      doi: undefined,
      note,
    },
    notebook,
  );
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
  references: readReference,
};

/**
 * Keys that hold no list: who it is about, which is read above, and what the file says of itself.
 */
const SILENT = new Set(["basics", "meta", "$schema"]);

/** One entry of a section; an empty one of a section that is not known says nothing. */
function readEntry(
  { section, entry, owner }: { section: string; entry: Json; owner: string | undefined },
  notebook: Notebook,
): Finding | undefined {
  if (section === "publications") return readPublication(entry, owner, notebook);
  const reader = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
  if (reader === undefined)
    return isEmptyValue(entry)
      ? undefined
      : notebook.leaveOut(`the record has no list for ${section}`);
  return asFinding(reader(entry, notebook));
}

function readResume(resume: Json, lineAt: (path: string) => number): Reading {
  const { reading, add } = openReading();
  const owner = lineOf(resume, "basics", "name");
  add({ key: "basics", line: lineAt("basics") }, (notebook) => ({
    kind: "profile",
    value: readBasics(resume, notebook),
  }));
  for (const section of keysOf(resume)) {
    const content = childOf(resume, section);
    if (!Array.isArray(content) && !isEmptyValue(content) && !SILENT.has(section))
      openNotebook(reading.remarks, { key: section, line: lineAt(section) }).drop(
        section,
        "the record has no place for it",
      );
    // Interests stand in the profile.
    if (section === "interests") continue;
    for (const [index, entry] of listOf(content).entries())
      add({ key: `${section}[${index}]`, line: lineAt(`${section}.${index}`) }, (notebook) =>
        readEntry({ section, entry, owner }, notebook),
      );
  }
  return reading;
}

/** Reads a résumé in the schema of JSON Resume 1.0.0. Never throws, whatever the text holds. */
export const readJsonResume = (text: string): Reading =>
  readJson(text, (resume) => {
    const lines = indexJsonLines(text);
    return readResume(resume, (path) => lines.get(path) ?? 0);
  });
