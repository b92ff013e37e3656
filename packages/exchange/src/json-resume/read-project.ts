import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import {
  dropLines,
  lineOf,
  linesOf,
  readTitledName,
  reportUnread,
  splitLabels,
} from "../found/resume-part.ts";
import type { Json } from "../text/json-text.ts";
import { periodOf } from "./read-career.ts";

type Period = ReturnType<typeof periodOf>;

const GRANT_ROLE = /^(?:pi|co-pi|co-investigator|collaborator)$/;

/** The first role that an entry can have, and the others. */
function takeRole(entry: Json, known: RegExp): { role: string | undefined; others: string[] } {
  const roles = linesOf(entry, "roles");
  const at = roles.findIndex((role) => known.test(role));
  return { role: roles[at], others: roles.filter((_, index) => index !== at) };
}

function readGrant(entry: Json, period: Period, notebook: Notebook): Part | undefined {
  const [funder, description] = [lineOf(entry, "entity"), lineOf(entry, "description")];
  const { role, others } = takeRole(entry, GRANT_ROLE);
  const [whole, currency, amount, declined] =
    /^(?:([A-Z]{3}) (\d+(?:\.\d+)?)(?:\. |$))?(Declined)?$/.exec(description ?? "") ?? [];
  if (whole === undefined) dropLines("description", [description], notebook);
  for (const other of others) notebook.drop("roles", `“${other}” is none of a grant`);
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Co-investigator"]);
  dropLines("highlights", rest, notebook);
  const value = {
    title: lineOf(entry, "name"),
    funders: funder === undefined ? [] : [funder],
    amount: currency === undefined ? undefined : { value: Number(amount), currency },
    period,
    role,
    coInvestigators: of("Co-investigator").map(readTitledName),
    declined: declined === undefined ? undefined : true,
    url: lineOf(entry, "url"),
  };
  return composePart("grants", value, notebook);
}

function readExhibition(entry: Json, period: Period, notebook: Notebook): Part | undefined {
  const description = lineOf(entry, "description");
  const form = /^(solo|group) exhibition$/.exec(description ?? "")?.[1];
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Place", "With"]);
  const { role, others } = takeRole(entry, /^(?:artist|curator)$/);
  const [place, ...places] = of("Place");
  if (form === undefined) dropLines("description", [description], notebook);
  dropLines("roles", others, notebook);
  dropLines("highlights", [...places, ...rest], notebook);
  const value = {
    title: lineOf(entry, "name"),
    form,
    role: role ?? "artist",
    institution: lineOf(entry, "entity"),
    place,
    period,
    partners: of("With").map(readTitledName),
    url: lineOf(entry, "url"),
  };
  return composePart("exhibitions", value, notebook);
}

function readConsulting(entry: Json, period: Period, notebook: Notebook): Part | undefined {
  const name = lineOf(entry, "name");
  const client = lineOf(entry, "entity") ?? name;
  const { of, rest } = splitLabels(linesOf(entry, "highlights"), ["Place"]);
  const [place, ...places] = of("Place");
  dropLines("roles", linesOf(entry, "roles"), notebook);
  dropLines("highlights", [...places, ...rest], notebook);
  const value = {
    client,
    title: name === client ? undefined : name,
    place,
    period,
    description: lineOf(entry, "description"),
    url: lineOf(entry, "url"),
  };
  return composePart("consulting", value, notebook);
}

/** The types that our own export gives to what is no project in the record. */
const READERS: Record<string, typeof readGrant> = {
  grant: readGrant,
  exhibition: readExhibition,
  consulting: readConsulting,
};

/** Projects of the types that our own export writes are what they say; all others are projects. */
export function readProject(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  reportUnread(
    entry,
    "name type entity description highlights roles startDate endDate url",
    notebook,
  );
  const type = lineOf(entry, "type") ?? "project";
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (reader !== undefined) return reader(entry, period, notebook);
  if (!/^project$/i.test(type)) notebook.drop("type", `“${type}”: it was entered as a project`);
  const value = {
    title: lineOf(entry, "name"),
    role: linesOf(entry, "roles").join(", "),
    organisation: lineOf(entry, "entity"),
    period,
    description: lineOf(entry, "description"),
    highlights: linesOf(entry, "highlights"),
    url: lineOf(entry, "url"),
  };
  return composePart("projects", value, notebook);
}
