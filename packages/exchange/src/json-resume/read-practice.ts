import { readDay } from "../found/foreign-date.ts";
import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import {
  lineOf,
  linesOf,
  readLevel,
  readStanding,
  readTitledName,
  reportUnread,
} from "../found/resume-part.ts";
import type { Json } from "../text/json-text.ts";

export function readCertificate(entry: Json, notebook: Notebook): Part | undefined {
  const [title, body, url] = [lineOf(entry, "name"), lineOf(entry, "issuer"), lineOf(entry, "url")];
  const date = readDay(lineOf(entry, "date"), "date", notebook);
  reportUnread(entry, "name issuer url date", notebook);
  return composePart("certificates", { title, body, date, url }, notebook);
}

export function readSkills(entry: Json, notebook: Notebook): Part | undefined {
  const [area, skills] = [lineOf(entry, "name"), linesOf(entry, "keywords")];
  reportUnread(entry, "name keywords level", notebook);
  const value = {
    area,
    skills: skills.length === 0 ? [area] : skills,
    level: lineOf(entry, "level"),
  };
  return composePart("skills", value, notebook);
}

export function readLanguage(entry: Json, notebook: Notebook): Part | undefined {
  reportUnread(entry, "language fluency", notebook);
  const value = { language: lineOf(entry, "language"), ...readLevel(lineOf(entry, "fluency")) };
  return composePart("languages", value, notebook);
}

/** The format has a name and a text; behind the name may stand what the person is, and where. */
export function readReference(entry: Json, notebook: Notebook): Part | undefined {
  const [name = "", ...rest] = (lineOf(entry, "name") ?? "").split(/\s*,\s*/);
  reportUnread(entry, "name reference", notebook);
  if (rest.length > 0)
    notebook.guess("name", `“${rest.join(", ")}” was entered as position and institution`);
  const value = {
    name: readTitledName(name),
    ...readStanding(rest),
    statement: lineOf(entry, "reference"),
  };
  return composePart("references", value, notebook);
}

/** `Wildlife: ferrets, unicorns` where an interest has keywords. */
export function readInterest(entry: Json, notebook: Notebook): string[] {
  reportUnread(entry, "name keywords", notebook);
  const [name, keywords] = [lineOf(entry, "name"), linesOf(entry, "keywords").join(", ")];
  return [[name, keywords].filter((part) => part !== undefined && part !== "").join(": ")].filter(
    (line) => line !== "",
  );
}
