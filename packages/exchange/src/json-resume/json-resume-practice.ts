import type { Notebook, Part } from "../found/finding.ts";
import type { Json } from "../text/json-text.ts";
import { readDay } from "../found/foreign-date.ts";
import { withoutEmpty } from "../found/part.ts";
import {
  lineOf,
  linesOf,
  readLevel,
  readStanding,
  readTitledName,
  reportUnread,
} from "../found/resume-part.ts";

export function readCertificate(entry: Json, notebook: Notebook): Part | undefined {
  const [title, body, url] = [lineOf(entry, "name"), lineOf(entry, "issuer"), lineOf(entry, "url")];
  const date = readDay(lineOf(entry, "date"), "date", notebook);
  reportUnread(entry, "name issuer url date", notebook);
  if (title === undefined || date === undefined)
    return notebook.leaveOut("a certificate needs a name and a date");
  return { list: "certificates", value: withoutEmpty({ title, body, date, url }) };
}

export function readSkills(entry: Json, notebook: Notebook): Part | undefined {
  const area = lineOf(entry, "name");
  const skills = linesOf(entry, "keywords");
  reportUnread(entry, "name keywords level", notebook);
  if (area === undefined) return notebook.leaveOut("skills need a name");
  return {
    list: "skills",
    value: withoutEmpty({
      area,
      skills: skills.length === 0 ? [area] : skills,
      level: lineOf(entry, "level"),
    }),
  };
}

export function readLanguage(entry: Json, notebook: Notebook): Part | undefined {
  const language = lineOf(entry, "language");
  reportUnread(entry, "language fluency", notebook);
  if (language === undefined) return notebook.leaveOut("a language needs a name");
  return {
    list: "languages",
    value: withoutEmpty({ language, ...readLevel(lineOf(entry, "fluency")) }),
  };
}

/** The format has a name and a text; behind the name may stand what the person is, and where. */
export function readReference(entry: Json, notebook: Notebook): Part | undefined {
  const [name, ...rest] = (lineOf(entry, "name") ?? "").split(/\s*,\s*/);
  reportUnread(entry, "name reference", notebook);
  if (name === undefined || name === "") return notebook.leaveOut("a reference needs a name");
  if (rest.length > 0)
    notebook.guess("name", `“${rest.join(", ")}” was entered as position and institution`);
  return {
    list: "references",
    value: withoutEmpty({
      name: readTitledName(name),
      ...readStanding(rest),
      statement: lineOf(entry, "reference"),
    }),
  };
}

/** `Wildlife: ferrets, unicorns` where an interest has keywords. */
export function readInterest(entry: Json): string[] {
  const [name, keywords] = [lineOf(entry, "name"), linesOf(entry, "keywords").join(", ")];
  return [[name, keywords].filter((part) => part !== undefined && part !== "").join(": ")].filter(
    (line) => line !== "",
  );
}
