import { ServiceKind } from "@triptych/schema";
import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import { readLevel, readStanding, readTitledName } from "../found/resume-part.ts";

/**
 * Entries that are a label with details: skills, languages, service by years, references, by the
 * title of their section.
 */
export function readLabelled(
  section: string,
  label: string,
  details: string,
  notebook: Notebook,
): Part | undefined {
  const isEmpty = details === "-";
  const items = details.split(/\s*,\s*/).filter((item) => item !== "");
  if (/^languages?$/i.test(section))
    return composePart(
      "languages",
      { language: label, ...(isEmpty ? {} : readLevel(details)) },
      notebook,
    );
  if (/reference/i.test(section))
    return composePart(
      "references",
      { name: readTitledName(label), ...(isEmpty ? {} : readStanding(items)) },
      notebook,
    );
  if (/service|review/i.test(section)) {
    const [, year, kind] = /^(\d{4}), (.+)$/.exec(label) ?? [];
    return ServiceKind.safeParse(kind).success
      ? composePart("service", { year, kind, venues: items }, notebook)
      : notebook.leaveOut("service needs a label such as 2024, journal-reviewer");
  }
  if (!/skill|technolog|tool|programming|expertise|competenc/i.test(section))
    return notebook.leaveOut(`the record has no list for “${section}”`);
  const [, area, level] = /^(.+) \((.+)\)$/.exec(label) ?? [];
  return composePart("skills", { area: area ?? label, skills: items, level }, notebook);
}
