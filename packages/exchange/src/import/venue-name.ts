/** What a container title says besides the name of the series. */
export interface VenueName {
  name: string;
  acronym?: string | undefined;
  edition?: number | undefined;
  workshop?: string | undefined;
  year?: string | undefined;
  place?: string | undefined;
}

const WORD_ORDINALS = new Map(
  [
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  ].flatMap((words) => words.split(" ").map((word, index): [string, number] => [word, index + 1])),
);
const TENS = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
]);

/** `41st`, `Forty-first`, `Third` at the beginning of a name. */
function takeEdition(name: string): { edition?: number; rest: string } {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)\s+(?=\S)/i.exec(name);
  if (digits !== null && Number(digits[1]) > 0) return { edition: Number(digits[1]), rest: name.slice(digits[0].length) };
  const words = /^(?:(twenty|thirty|forty|fifty)[-\s])?([a-z]+)\s+(?=\S)/i.exec(name);
  const unit = WORD_ORDINALS.get(words?.[2]?.toLowerCase() ?? "");
  const tens = TENS.get(words?.[1]?.toLowerCase() ?? "") ?? 0;
  if (words === null || unit === undefined || (tens > 0 && unit > 9)) return { rest: name };
  return { edition: tens + unit, rest: name.slice(words[0].length) };
}

/** The number of an edition written `2`, `2nd`, `second` or `Second edition`. */
export function readOrdinal(text: string): number | undefined {
  const bare = text.trim().replace(/\s+ed(?:ition|\.)?$/i, "");
  if (/^[1-9]\d{0,2}$/.test(bare)) return Number(bare);
  return takeEdition(`${bare} x`).edition;
}

/** `Proceedings of the` and its like, which name the volume and not the series. */
const OPENING = /^(?:(?:in\s+)?proc(?:eedings|\.)?\s+of\s+(?:the\s+)?|the\s+(?=\d|[A-Z]))/i;

/** `(ICML)`, `, ICML 2024`, `(ICML'24)`, `(ICML 2024)` at the end. */
const TAIL_ACRONYM = /\s*(?:\(([\p{Lu}][\p{L}\p{N}/&-]{1,14})(?:[\s-]*['’]?\d{2,4})?\)|,\s*([\p{Lu}][\p{Lu}\p{N}/-]{1,11})(?:[\s-]*['’]?\d{2,4}))$/u;

const TAIL_YEAR = /[\s,]+['’]?((?:19|20)\d{2})$/;

/** No series has a longer name; the patterns above look back and forth. */
const MAX_LENGTH = 600;

function takeSeries(text: string): VenueName {
  let name = text.replace(OPENING, "");
  const lead = /^((?:19|20)\d{2})\s+(?=\S)/.exec(name);
  if (lead !== null) name = name.slice(lead[0].length);
  const { edition, rest } = takeEdition(name);
  name = rest;
  const tail = TAIL_ACRONYM.exec(name);
  const acronym = tail?.[1] ?? tail?.[2];
  if (tail !== null && tail.index > 0) name = name.slice(0, tail.index);
  const year = TAIL_YEAR.exec(name);
  if (year !== null && year.index > 0) name = name.slice(0, year.index);
  return { name: name.trim(), acronym: tail !== null && tail.index > 0 ? acronym : undefined, edition, year: lead?.[1] ?? year?.[1] };
}

/** DBLP writes `Title of the Series, ACRONYM 2023, City, Country, July 1-3, 2023`. */
const LONG_FORM = /^(.+?), ([\p{Lu}][\p{L}\p{N}/&@-]{1,15}) ((?:19|20)\d{2})(?:, (.+))?$/u;

/** The place before the days of a meeting. */
function readPlace(text: string): string | undefined {
  const parts = text.replace(/\.?\s*Proceedings(?:, Part \w+)?$/i, "").split(", ");
  const end = parts.findIndex((part) => /\d/.test(part) || /^(?:virtual|online)/i.test(part));
  const place = parts.slice(0, end === -1 ? parts.length : end).join(", ");
  return place === "" ? undefined : place;
}

/**
 * Takes a container title of a conference apart: `Proceedings of the 41st International Conference on Machine Learning (ICML)`
 * is edition 41 of a series with a name and an acronym; `Workshop on X at the Y` is a workshop at Y.
 */
export function readVenueName(text: string): VenueName {
  if (text.length > MAX_LENGTH) return { name: text };
  const long = LONG_FORM.exec(text);
  if (long !== null) {
    const [, title = "", acronym, year, rest = ""] = long;
    const series = takeSeries(title.replace(/^Advances in .+? \d+: /, ""));
    return { ...series, acronym, year, place: readPlace(rest) };
  }
  const workshop = /^(.*\bworkshops?\b.*?)(?:\s+(?:at|@|in conjunction with|held with|co-located with)\s+(?:the\s+)?|\s*@\s*)(.+)$/i.exec(text);
  if (workshop !== null) {
    const [, held = "", at = ""] = workshop;
    const series = takeSeries(at);
    return { ...series, workshop: held.replace(OPENING, "").trim() };
  }
  return takeSeries(text);
}

/** The name of a series whose title says nothing more than itself, for journals, repositories and schools. */
export const plainVenue = (name: string): VenueName => ({ name });
