/** What a container title says besides the name of the series. */
export interface VenueName {
  name: string;
  acronym?: string | undefined;
  edition?: number | undefined;
  workshop?: string | undefined;
  volume?: string | undefined;
  year?: string | undefined;
  place?: string | undefined;
}

const WORD_ORDINALS = new Map(
  [
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth " +
      "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  ].flatMap((words) => words.split(" ").map((word, index): [string, number] => [word, index + 1])),
);
const TENS = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
]);

/** Names in which such a word counts nothing. */
const NO_COUNT =
  /^(?:(?:first|second) language|third (?:world|sector|age)|first (?:nations?|aid|year))\b/i;

/** `41st`, `Forty-first`, `Third` at the beginning of a name. */
function takeEdition(name: string): { edition?: number; rest: string } {
  if (NO_COUNT.test(name)) return { rest: name };
  const digits = /^(\d{1,3})(?:st|nd|rd|th)\s+(?=\S)/i.exec(name);
  if (digits !== null && Number(digits[1]) > 0)
    return { edition: Number(digits[1]), rest: name.slice(digits[0].length) };
  const words = /^(?:(twenty|thirty|forty|fifty)[-\s])?([a-z]+)\s+(?=\S)/i.exec(name);
  const unit = WORD_ORDINALS.get(words?.[2]?.toLowerCase() ?? "");
  const tens = TENS.get(words?.[1]?.toLowerCase() ?? "") ?? 0;
  if (words === null || unit === undefined || (tens > 0 && unit > 9)) return { rest: name };
  return { edition: tens + unit, rest: name.slice(words[0].length) };
}

/**
 * The number of an edition written `2`, `2nd`, `second` or `Second edition`, and whether that is
 * all it says; the second printing is no edition.
 */
export function readOrdinal(text: string): { number?: number | undefined; isAll: boolean } {
  const bare = text.trim().replace(/(?:\s+ed(?:ition|n?\.?)?|\.)$/i, "");
  if (/^[1-9]\d{0,2}$/.test(bare)) return { number: Number(bare), isAll: true };
  const { edition, rest } = takeEdition(`${bare.replace(",", " ")} x`);
  const isAll = rest === "x" && edition !== undefined;
  return { number: isAll || /\bed(?:ition|n)?\b/i.test(text) ? edition : undefined, isAll };
}

/** `Proceedings of the` and its like, which name the volume and not the series. */
const OPENING = /^(?:(?:in\s+)?proc(?:eedings|\.)?\s+of\s+(?:the\s+)?|the\s+(?=\d|[A-Z]))/i;

/** `(ICML)`, `, ICML 2024`, `(ICML'24)`, `(ICML 2024)` at the end. */
const TAIL_ACRONYM =
  /\s*(?:\(([\p{Lu}][\p{L}\p{N}/&-]{1,14})(?:[\s-]*['’]?\d{2,4})?\)|,\s*([\p{Lu}][\p{Lu}\p{N}/-]{1,11})(?:[\s-]*['’]?\d{2,4}))$/u;

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

const TAIL_YEAR = new RegExp(`(?:,\\s${MONTH})?[\\s,]+['’]?((?:19|20)\\d{2})$`);

/**
 * A volume of a series that counts them in its title: `Advances in Neural Information Processing
 * Systems 30`.
 */
const NUMBERED = /^(Advances in .+?)(?:,?\s+vol(?:ume|\.)?)?\s+(\d{1,3})$/i;

/** No series has a longer name; the patterns above look back and forth. */
const MAX_LENGTH = 600;

function takeSeries(text: string): VenueName {
  // IEEE writes the short name before the whole: `KETT 2023 - 2023 Conference on Kettles (KETT)`.
  let name = text.replace(/^[\p{Lu}\p{N}]+ (?:19|20)\d\d - (?=(?:19|20)\d\d )/u, "");
  name = name.replace(OPENING, "");
  const lead = /^((?:19|20)\d{2})\s+(?=\S)/.exec(name);
  if (lead !== null) name = name.slice(lead[0].length);
  const { edition, rest } = takeEdition(name);
  name = rest;
  const tail = TAIL_ACRONYM.exec(name);
  const acronym = tail?.[1] ?? tail?.[2];
  if (tail !== null && tail.index > 0) name = name.slice(0, tail.index);
  const year = TAIL_YEAR.exec(name);
  if (year !== null && year.index > 0) name = name.slice(0, year.index);
  const [, numbered, volume] = NUMBERED.exec(name.trim()) ?? [];
  return {
    name: numbered ?? name.trim(),
    acronym: tail !== null && tail.index > 0 ? acronym : undefined,
    edition,
    ...(volume === undefined ? {} : { volume }),
    year: lead?.[1] ?? year?.[1],
  };
}

/**
 * DBLP writes `Title of the Series, ACRONYM 2023, City, Country, July 1-3, 2023`, or the days
 * before the place.
 */
const LONG_FORM = new RegExp(
  `^(.+?), (?!${MONTH} )([\\p{Lu}][\\p{L}\\p{N}/&@-]{1,15}) ((?:19|20)\\d{2})(?:, (.+))?$`,
  "u",
);

/**
 * The same of a series without an acronym: `Annual Conference on Hats 2017, December 4-9, 2017,
 * Long Beach, CA, USA`.
 */
const DATED_FORM = new RegExp(
  `^(.+?), (${MONTH} \\d{1,2}(?:\\s?[-–]\\s?(?:${MONTH} )?\\d{1,2})?, ((?:19|20)\\d{2})(?:, .+)?)$`,
  "u",
);

/** Before the title of each year's meeting DBLP writes that of the volume. */
function takeVolume(title: string): { title: string; volume?: string } {
  const [whole, volume] = /^Advances in .+? (\d+): /.exec(title) ?? [];
  return whole === undefined || volume === undefined
    ? { title }
    : { title: title.slice(whole.length), volume };
}

const DAYS = new RegExp(`^${MONTH} \\d`);

/** The place before the days of a meeting, or after them. */
function readPlace(text: string): string | undefined {
  const all = text
    .replace(/(?:^|[.,]?\s*)Proceedings(?:, Part \w+)?$/i, "")
    .split(", ")
    .filter((part) => part !== "");
  const parts = DAYS.test(all[0] ?? "") ? all.slice(2) : all;
  const end = parts.findIndex(
    (part) => /\d/.test(part) || /^(?:virtual|online|a meeting)/i.test(part),
  );
  const place = parts.slice(0, end === -1 ? parts.length : end).join(", ");
  return place === "" ? undefined : place;
}

/**
 * Takes a container title of a conference apart: `Proceedings of the 41st International Conference
 * on Machine Learning (ICML)` is edition 41 of a series with a name and an acronym; `Workshop on X
 * at the Y` is a workshop at Y.
 */
export function readVenueName(text: string): VenueName {
  if (text.length > MAX_LENGTH) return { name: text };
  const long = LONG_FORM.exec(text);
  if (long !== null) {
    const [, name = "", acronym, year, rest = ""] = long;
    const { title, ...volume } = takeVolume(name);
    return { ...takeSeries(title), ...volume, acronym, year, place: readPlace(rest) };
  }
  const dated = DATED_FORM.exec(text);
  if (dated !== null) {
    const [, name = "", rest = "", year] = dated;
    const { title, ...volume } = takeVolume(name);
    return { ...takeSeries(title), ...volume, year, place: readPlace(rest) };
  }
  const workshop =
    /^(.*\bworkshops?\b.*?)(?:\s+(?:at|@|in conjunction with|held with|co-located with)\s+(?:the\s+)?|\s*@\s*)(.+)$/i.exec(
      text,
    );
  if (workshop !== null) {
    const [, held = "", at = ""] = workshop;
    const series = takeSeries(at);
    return { ...series, workshop: held.replace(OPENING, "").trim() };
  }
  return takeSeries(text);
}

/**
 * The name of a series whose title says nothing more than itself, for journals, repositories and
 * schools.
 */
export const plainVenue = (name: string): VenueName => ({ name });
