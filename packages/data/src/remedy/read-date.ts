const MONTHS = [
  "jan|januar|january|janvier|enero|gennaio",
  "feb|februar|february|février|febrero|febbraio",
  "mar|mär|märz|march|mars|marzo",
  "apr|april|avril|abril|aprile",
  "may|mai|mayo|maggio",
  "jun|juni|june|juin|junio|giugno",
  "jul|juli|july|juillet|julio|luglio",
  "aug|august|août|agosto",
  "sep|sept|september|septembre|septiembre|settembre",
  "oct|okt|october|oktober|octobre|octubre|ottobre",
  "nov|november|novembre|noviembre",
  "dec|dez|december|dezember|décembre|diciembre|dicembre",
].map((names) => new Set(names.split("|")));

const pad = (number: number | string) => String(Number(number)).padStart(2, "0");

const monthOf = (word: string) => MONTHS.findIndex((names) => names.has(word.toLowerCase())) + 1;

function readWords(text: string): string | undefined {
  const words = text.replaceAll(/[.,]/g, " ").trim().split(/\s+/);
  const month = Math.max(0, ...words.map(monthOf));
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]).find(Boolean);
  if (month === 0 || year === undefined || words.length > 3) return undefined;
  if (day === undefined) return words.length === 2 ? `${year}-${pad(month)}` : undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Day and month in figures: which is which must be plain from one being more than twelve. */
function readFigures(text: string): string | undefined {
  const [, first = "", mark = "", second = "", year = ""] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (year === "") return undefined;
  // With dots, and by all who use them, the day comes first.
  if (mark === "." || Number(first) > 12) return `${year}-${pad(second)}-${pad(first)}`;
  return Number(second) > 12 || first === second
    ? `${year}-${pad(first)}-${pad(second)}`
    : undefined;
}

const GOES_ON =
  /^(now|today|ongoing|current|currently|to date|heute|jetzt|laufend|aujourd’hui|present\.?|…|\.\.\.)$/i;

/**
 * A date as people write it, in the form of the record; undefined where it can be read in two
 * ways.
 */
export function readDate(given: string): string | undefined {
  const text = given.trim().replaceAll(/[‐‑‒–—]/gu, "-");
  if (GOES_ON.test(text)) return "present";
  const [, year, month, day] =
    /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:T.*)?$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined)
    return `${year}-${pad(month)}${day === undefined ? "" : `-${pad(day)}`}`;
  const [, onlyMonth, itsYear] = /^(\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  if (onlyMonth !== undefined && itsYear !== undefined) return `${itsYear}-${pad(onlyMonth)}`;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return `${compact[1] ?? ""}-${compact[2] ?? ""}-${compact[3] ?? ""}`;
  const season =
    /^(?:spring|summer|autumn|fall|winter|early|late|mid|ca\.?|about|in)[\s-]+(\d{4})$/i.exec(text);
  return season?.[1] ?? readFigures(text) ?? readWords(text);
}

const isDate = (text: string) => /^\d{4}(-\d\d){0,2}$/.test(text);

function readEnd(text: string): string | undefined {
  return isDate(text) ? text : readDate(text);
}

/** `2018-2020`, `since 2018`, `03/2018 – 04/2020`, `2018` as a period of the record. */
export function readPeriod(given: string): { start: string; end?: string } | undefined {
  const text = given
    .trim()
    .replaceAll(/[‐‑‒–—]/gu, "-")
    .replace(/^from\s+/i, "");
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) || /^\d{4}(-\d\d-\d\d)?$/.test(text))
    return { start: text };
  const since = /^(?:since|seit|depuis|desde)\s+(.*)$/i.exec(text) ?? /^(\S+)\s*-$/.exec(text);
  if (since !== null) {
    const start = readEnd(since[1] ?? "");
    return start === undefined ? undefined : { start, end: "present" };
  }
  const halves =
    /^(\d{4})\s*[-/]\s*(\d{4})$/.exec(text) ??
    /^(\d{4}[-\d]*)\/(\d{4}[-\d]*)$/.exec(text) ??
    /^(.+?)\s*(?:\s-+\s|\bto\b|\bbis\b|\buntil\b)\s*(.+)$/i.exec(text) ??
    /^(.*\d{4})\s*-\s*(.*\D.*)$/.exec(text);
  const short = /^(\d\d)(\d\d)\s*[-/]\s*(\d\d)$/.exec(text);
  if (halves === null && short !== null)
    return {
      start: `${short[1] ?? ""}${short[2] ?? ""}`,
      end: `${short[1] ?? ""}${short[3] ?? ""}`,
    };
  const [start, end] = [readEnd(halves?.[1] ?? ""), readEnd(halves?.[2] ?? "")];
  if (start !== undefined && end !== undefined) return { start, end };
  const one = readEnd(text);
  return one === undefined || one === "present" ? undefined : { start: one };
}
