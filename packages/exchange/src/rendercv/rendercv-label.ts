import { ServiceKind } from "@triptych/schema";
import type { Notebook, Part } from "../found/finding.ts";
import { withoutEmpty } from "../found/part.ts";
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
  const items = details.split(/\s*,\s*/).filter((item) => item !== "");
  if (/^languages?$/i.test(section))
    return {
      list: "languages",
      value: withoutEmpty({ language: label, ...(details === "-" ? {} : readLevel(details)) }),
    };
  if (/reference/i.test(section))
    return {
      list: "references",
      value: withoutEmpty({
        name: readTitledName(label),
        ...(details === "-" ? {} : readStanding(items)),
      }),
    };
  if (/service|review/i.test(section)) {
    const [, year, kind] = /^(\d{4}), (.+)$/.exec(label) ?? [];
    if (!ServiceKind.safeParse(kind).success)
      return notebook.leaveOut("service needs a label such as 2024, journal-reviewer");
    return { list: "service", value: { year, kind, venues: items } };
  }
  if (!/skill|technolog|tool|programming|expertise|competenc/i.test(section))
    return notebook.leaveOut(`the record has no list for “${section}”`);
  const [, area, level] = /^(.+) \((.+)\)$/.exec(label) ?? [];
  return { list: "skills", value: withoutEmpty({ area: area ?? label, skills: items, level }) };
}
