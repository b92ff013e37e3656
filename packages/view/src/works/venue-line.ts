import { type Appearance, printedForm, type Venue } from "@triptych/schema";
import { BOOKS, formText, NUMBERED } from "./form-text.ts";
import { earliestDay, formatDate, yearOf } from "../text/date.ts";
import { joinSpans, type Span } from "../text/span.ts";
import { HONOUR_NAMES, kindName, LINK_NAMES, ordinal, STATUS_NAMES } from "./wording.ts";

export type VenueIndex = ReadonlyMap<string, Venue>;

function honourSpans(appearance: Appearance): Span[] {
  return joinSpans(
    appearance.honours.map((honour) => [{ text: HONOUR_NAMES[honour], role: "honour" as const }]),
    ", ",
  );
}

function venueOf(appearance: Appearance, venues: VenueIndex): Venue | undefined {
  return appearance.venue === undefined ? undefined : venues.get(appearance.venue);
}

const joinText = (parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join(", ");

/** What the status adds to a line; a published work needs no word. */
function statusText(appearance: Appearance): string | undefined {
  if (appearance.status === "published") return undefined;
  return appearance.kind === "patent" && appearance.status === "under-review"
    ? "Pending"
    : STATUS_NAMES[appearance.status];
}

function shortName(appearance: Appearance, venue: Venue | undefined): string {
  const year = appearance.date === undefined ? undefined : yearOf(appearance.date);
  const form = formText(appearance);
  if (venue === undefined && form !== undefined)
    return joinText([form, BOOKS.has(appearance.kind) ? appearance.publisher : undefined, year]);
  const series = venue === undefined ? kindName(appearance.kind) : (venue.acronym ?? venue.name);
  return joinText([appearance.workshop ?? form, year === undefined ? series : `${series} ${year}`]);
}

/** `ICML 2024 · Spotlight`: the form for lists and the mail. */
export function shortVenueSpans(appearance: Appearance, venues: VenueIndex): Span[] {
  const venue = venueOf(appearance, venues);
  const status = statusText(appearance);
  if (venue === undefined && status !== undefined && formText(appearance) === undefined)
    return [{ text: status, role: "venue" }];
  return joinSpans(
    [
      [{ text: shortName(appearance, venue), role: "venue" }],
      status === undefined ? [] : [{ text: status }],
      honourSpans(appearance),
    ],
    " · ",
  );
}

function fullName(appearance: Appearance, venue: Venue | undefined): string | undefined {
  const form = formText(appearance);
  if (venue === undefined) return form;
  const acronym =
    venue.acronym === undefined || venue.acronym === venue.name ? "" : ` (${venue.acronym})`;
  const edition =
    appearance.edition === undefined || BOOKS.has(appearance.kind)
      ? ""
      : `${ordinal(appearance.edition)} `;
  const name = `${edition}${venue.name}${acronym}`;
  if (form !== undefined) return `${form}, ${name}`;
  return appearance.workshop === undefined ? name : `${appearance.workshop} at the ${name}`;
}

function editionText({ kind, edition }: Appearance, venue: Venue | undefined): string | undefined {
  return edition === undefined || (venue !== undefined && !BOOKS.has(kind))
    ? undefined
    : `${ordinal(edition)} edition`;
}

function volumeText(appearance: Appearance): string | undefined {
  const issue = appearance.issue === undefined ? "" : `(${appearance.issue})`;
  if (appearance.volume !== undefined) return `vol. ${appearance.volume}${issue}`;
  return appearance.issue === undefined ? undefined : `no. ${appearance.issue}`;
}

function pagesText(pages: string | undefined): string | undefined {
  return pages === undefined ? undefined : `pp. ${pages.replaceAll(/-+/g, "–")}`;
}

/** Identifiers and links that lead to the appearance itself, in the order a reader tries them. */
export function linkSpans(appearance: Appearance): Span[] {
  const links: Span[] = [];
  if (appearance.doi !== undefined)
    links.push({ text: `doi:${appearance.doi}`, href: `https://doi.org/${appearance.doi}` });
  if (appearance.arxiv !== undefined)
    links.push({
      text: `arXiv:${appearance.arxiv}`,
      href: `https://arxiv.org/abs/${appearance.arxiv}`,
    });
  for (const link of appearance.links) links.push({ text: LINK_NAMES[link.type], href: link.url });
  return joinSpans(
    links.map((link) => [link]),
    ", ",
  );
}

/**
 * `41st International Conference on Machine Learning (ICML), PMLR, 2024. Oral`: every fact of an
 * appearance but its links.
 */
export function venueFactSpans(appearance: Appearance, venues: VenueIndex): Span[] {
  const venue = venueOf(appearance, venues);
  const name = fullName(appearance, venue);
  const rest = [
    appearance.track,
    appearance.editors.length === 0
      ? undefined
      : `edited by ${appearance.editors.map(printedForm).join(", ")}`,
    appearance.series,
    editionText(appearance, venue),
    volumeText(appearance),
    pagesText(appearance.pages),
    appearance.publisher,
    appearance.place,
    NUMBERED.has(appearance.kind) ? undefined : appearance.number,
    appearance.isbn === undefined ? undefined : `ISBN ${appearance.isbn}`,
    appearance.date === undefined ? undefined : formatDate(appearance.date),
  ].filter((part) => part !== undefined);
  const status =
    statusText(appearance) ?? (name === undefined ? kindName(appearance.kind) : undefined);
  const facts = joinSpans(
    [
      name === undefined
        ? []
        : [{ text: name, role: "venue", ...(venue?.url === undefined ? {} : { href: venue.url }) }],
      name === undefined && status !== undefined ? [{ text: status, role: "venue" }] : [],
      rest.length === 0 ? [] : [{ text: rest.join(", ") }],
    ],
    ", ",
  );
  return joinSpans(
    [
      facts,
      name !== undefined && status !== undefined ? [{ text: status }] : [],
      honourSpans(appearance),
    ],
    ". ",
  );
}

/** Every fact of an appearance on one line, with its links. */
export function fullVenueSpans(appearance: Appearance, venues: VenueIndex): Span[] {
  return joinSpans([venueFactSpans(appearance, venues), linkSpans(appearance)], ". ");
}

/** The year an appearance is filed under, or why it has none. */
export function filingLabel(appearance: Appearance): string {
  if (appearance.date !== undefined) return yearOf(appearance.date);
  return appearance.status === "under-review" ? STATUS_NAMES["under-review"] : "Undated";
}

/** Newest first by the first day a date can mean; what has no date comes last. */
export function appearanceDay(appearance: Appearance): string {
  return appearance.date === undefined ? "" : earliestDay(appearance.date);
}
