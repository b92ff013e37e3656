import { asFinding, type Finding, type Notebook, type Reading } from "../found/finding.ts";
import { brokenReading, openReading } from "../found/reading.ts";
import { childOf, type Json, keysOf, listOf, textOf } from "../text/json-text.ts";
import { readProfileLink } from "../found/profile-site.ts";
import { readEducation, readExperience, readPublication } from "./read-career.ts";
import { openEntry, plain } from "./rendercv-entry.ts";
import { readLabelled } from "./read-labelled.ts";
import { readLine } from "./read-line.ts";
import { isNamedSection, readNamed } from "./read-named.ts";
import { withoutEmpty } from "../found/part.ts";
import { reportUnread } from "../found/resume-part.ts";
import { parseYaml } from "../text/yaml-text.ts";

const lineOf = (entry: Json, ...steps: (string | number)[]) => plain(textOf(entry, ...steps));

/** Sections of text that say something of the profile. */
const INTERESTS = /interest/i;
const SUMMARY = /^(?:summary|about(?: me)?|profile|objective)$/i;

/** The text of an entry that is nothing else. */
const textEntry = (entry: Json) =>
  typeof entry === "string"
    ? plain(entry)
    : (lineOf(entry, "bullet") ?? lineOf(entry, "number") ?? lineOf(entry, "reversed_number"));

function readEntry(section: string, entry: Json, notebook: Notebook): Finding | undefined {
  const text = textEntry(entry);
  if (text !== undefined && isNamedSection(section)) {
    const line = openEntry(readLine(text), notebook);
    const part = readNamed(section, line, notebook);
    if (part !== undefined) line.close();
    return asFinding(part);
  }
  const keys = new Set(keysOf(entry));
  const open = openEntry(entry, notebook);
  if (keys.has("title") && keys.has("authors")) {
    const work = readPublication(open, notebook);
    open.close();
    return work;
  }
  const readPart = () => {
    if (keys.has("institution")) return readEducation(open, notebook);
    if (keys.has("company")) return readExperience(open, notebook);
    if (keys.has("name")) return readNamed(section, open, notebook);
    const [label, details] = [open.line("label"), open.line("details")];
    if (label !== undefined && details !== undefined)
      return readLabelled(section, label, details, notebook);
    const shown = text === undefined ? "" : `: “${text.slice(0, 60)}”`;
    return notebook.leaveOut(`the record has no place for free text in “${section}”${shown}`);
  };
  const part = readPart();
  if (part === undefined) return undefined;
  open.close();
  return { kind: "part", ...part };
}

/** Texts of all sections whose title fits, which become a part of the profile. */
function textsOf(cv: Json, title: RegExp): string[] {
  const sections = keysOf(childOf(cv, "sections")).filter((section) => title.test(section));
  return sections.flatMap((section) =>
    listOf(cv, "sections", section).flatMap((entry) => textEntry(entry) ?? []),
  );
}

function readProfile(cv: Json, notebook: Notebook): Record<string, unknown> {
  const website = lineOf(cv, "website") ?? lineOf(cv, "website", 0);
  const links = listOf(cv, "social_networks").flatMap((account) => {
    const link = readProfileLink(
      lineOf(account, "network"),
      textOf(account, "username"),
      undefined,
    );
    if (link === undefined)
      notebook.drop(
        "social_networks",
        `the record has no place for “${lineOf(account, "network") ?? ""}”`,
      );
    return link === undefined ? [] : [link];
  });
  const emails = [
    textOf(cv, "email"),
    ...listOf(cv, "email").map((_, index) => textOf(cv, "email", index)),
  ].filter((email) => email !== undefined);
  reportUnread(cv, "name headline location phone email website social_networks sections", notebook);
  const headline = lineOf(cv, "headline");
  const sections = childOf(cv, "sections");
  const isPost = keysOf(sections).some((section) =>
    listOf(sections, section).some((entry) => lineOf(entry, "position") === headline),
  );
  const summary = textsOf(cv, SUMMARY).join(" ");
  const orcid = links
    .find(({ site }) => site === "orcid")
    ?.url.match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/)?.[0];
  return withoutEmpty({
    name: lineOf(cv, "name"),
    headline: isPost ? undefined : headline,
    summary: summary === "" ? undefined : summary,
    place: lineOf(cv, "location"),
    phone: textOf(cv, "phone"),
    emails,
    orcid,
    interests: textsOf(cv, INTERESTS),
    links: [...(website === undefined ? [] : [{ site: "website", url: website }]), ...links],
  });
}

/**
 * Reads the YAML of RenderCV 2. What an entry is follows from its keys, or else from the title of
 * its section. Never throws.
 */
export function readRenderCv(text: string): Reading {
  const parsed = parseYaml(text);
  if (parsed.kind === "broken") return brokenReading(parsed);
  const { reading, add } = openReading();
  const cv = childOf(parsed.value, "cv");
  add({ key: "cv", line: parsed.lineOf("cv") }, (notebook) => ({
    kind: "profile",
    value: readProfile(cv, notebook),
  }));
  for (const section of keysOf(childOf(cv, "sections"))) {
    const isOfProfile = INTERESTS.test(section) || SUMMARY.test(section);
    for (const [index, entry] of listOf(cv, "sections", section).entries()) {
      if (isOfProfile && textEntry(entry) !== undefined) continue;
      const line = parsed.lineOf("cv", "sections", section, index);
      add({ key: `${section}[${index}]`, line }, (notebook) => readEntry(section, entry, notebook));
    }
  }
  return reading;
}
