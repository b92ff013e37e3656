import { ServiceKind } from "@triptych/schema";
import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import { dropLines, lineOf, linesOf, reportUnread } from "../found/resume-part.ts";
import type { Json } from "../text/json-text.ts";
import { periodOf, readHighlights } from "./read-career.ts";

const ORGANISED = /^(?:conference|competition|tutorial|meetup|panel)$/;
const ORGANISING = /\b(?:chair|organi[sz]er|committee)\b/i;

/** What voluntary work says beyond the year or the day on which it counts. */
function dropRest(
  entry: Json,
  fields: readonly ("summary" | "url")[],
  end: string | undefined,
  notebook: Notebook,
): void {
  dropLines("endDate", [end], notebook);
  for (const field of fields) dropLines(field, [lineOf(entry, field)], notebook);
  dropLines("highlights", linesOf(entry, "highlights"), notebook);
}

interface Post {
  body: string;
  position: string;
  date: string;
  end: string | undefined;
}

function readService(entry: Json, { body, position, date, end }: Post, notebook: Notebook) {
  const year = date.slice(0, 4);
  dropRest(entry, ["summary", "url"], end?.startsWith(year) === true ? undefined : end, notebook);
  return composePart("service", { year, kind: position, venues: body.split(/\s*,\s*/) }, notebook);
}

function readEvent(entry: Json, { body, position, date, end }: Post, notebook: Notebook) {
  const isKind = ORGANISED.test(position);
  if (!isKind) notebook.guess("kind", "the event was taken for a conference");
  const isOneDay = end === date || lineOf(entry, "endDate") === undefined;
  dropRest(entry, [], isOneDay ? undefined : end, notebook);
  const value = {
    kind: isKind ? position : "conference",
    event: body,
    title: lineOf(entry, "summary"),
    role: isKind ? undefined : position,
    date,
    url: lineOf(entry, "url"),
  };
  return composePart("organisation", value, notebook);
}

/**
 * Voluntary work is service by a year, an event organised on a day, a membership, or, where it is
 * described, a post.
 */
export function readVolunteer(entry: Json, notebook: Notebook): Part | undefined {
  const [body, position] = [lineOf(entry, "organization"), lineOf(entry, "position")];
  const period = periodOf(entry, notebook);
  const [date, end, url] = [period?.["start"], period?.["end"], lineOf(entry, "url")];
  reportUnread(entry, "organization position summary startDate endDate url highlights", notebook);
  if (body === undefined || position === undefined || date === undefined)
    return notebook.leaveOut("voluntary work needs an organisation, a position and a date");
  const post = { body, position, date, end };
  if (ServiceKind.safeParse(position).success) return readService(entry, post, notebook);
  if (ORGANISED.test(position) || (ORGANISING.test(position) && end === date))
    return readEvent(entry, post, notebook);
  const highlights = readHighlights(entry, notebook);
  if (highlights.length === 0) {
    const role = /^member$/i.test(position) ? undefined : position;
    return composePart("memberships", { body, role, period, url }, notebook);
  }
  notebook.guess("position", "voluntary work was entered as a position");
  if (url !== undefined) notebook.drop("url", "the record has no place for it");
  const value = { title: position, institution: { name: body }, period, highlights };
  return composePart("positions", value, notebook);
}
