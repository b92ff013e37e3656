import type { Cv } from "@triptych/schema";

/**
 * Something the record states, as a reader must find it: as text everywhere, as text on the site
 * only, or as a link.
 */
export interface Fact {
  kind: "text" | "site-text" | "link";
  path: string;
  text: string;
}

/** Keys whose values name or arrange things; no reader sees them. */
const SILENT = new Set([
  "id",
  "person",
  "venue",
  "aliases",
  "refused",
  "family",
  "variants",
  "settings",
  "people",
  "core",
  "asOf",
  "citations",
  "schemaVersion",
]);
/** Too long for a CV on paper. */
const SITE_ONLY = new Set(["abstract", "topics"]);

/** Written out here a second time on purpose: the test must not lean on the words it checks. */
const WORDS: Record<string, Record<string, string>> = {
  status: { published: "", accepted: "Accepted", "under-review": "Under review" },
  honours: {
    "best-paper": "Best paper award",
    "best-paper-runner-up": "Best paper runner-up",
    "outstanding-paper": "Outstanding paper award",
    oral: "Oral",
    spotlight: "Spotlight",
  },
  role: {
    pi: "Principal investigator",
    "co-pi": "Co-principal investigator",
    "co-investigator": "Co-investigator",
    collaborator: "Collaborator",
    artist: "",
    curator: "as curator",
  },
  level: {
    phd: "PhD students",
    master: "Master students",
    undergraduate: "Undergraduate students",
    native: "native",
    c2: "C2",
    c1: "C1",
    b2: "B2",
    b1: "B1",
    a2: "A2",
    a1: "A1",
  },
  form: { solo: "solo exhibition", group: "group exhibition" },
  measure: {},
  currency: {},
  site: {},
  type: {},
  kind: {},
  roles: {},
  declined: { true: "(declined)", false: "" },
};

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dateText(date: string): string {
  if (date === "present") return "present";
  const [year, month, day] = date.split("-");
  return [
    day === undefined ? "" : String(Number(day)),
    month === undefined ? "" : (MONTHS[Number(month) - 1] ?? ""),
    year,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function numberText(key: string, value: number): string {
  if (key === "edition")
    return `${value}${value % 100 > 10 && value % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
  if (key === "selectivity") return `${value}%`;
  if (key === "minutes") return value === 1 ? "1 minute" : `${value} minutes`;
  return value.toLocaleString("en-US", { minimumFractionDigits: Number.isInteger(value) ? 0 : 2 });
}

function leafFact(path: string, key: string, value: string | number | boolean): Fact | undefined {
  const words = WORDS[key];
  const word = words?.[String(value)];
  if (word !== undefined) return word === "" ? undefined : { kind: "text", path, text: word };
  if (words !== undefined && key !== "role" && key !== "level") return undefined;
  if (typeof value === "number") return { kind: "text", path, text: numberText(key, value) };
  if (typeof value === "boolean") return undefined;
  if (key === "url") return { kind: "link", path, text: value };
  if (key === "doi") return { kind: "link", path, text: `https://doi.org/${value}` };
  if (key === "arxiv") return { kind: "link", path, text: `https://arxiv.org/abs/${value}` };
  if (["date", "start", "end", "expires"].includes(key))
    return { kind: "text", path, text: dateText(value) };
  if (key === "pages") return { kind: "text", path, text: value.replace("-", "–") };
  return { kind: "text", path, text: value };
}

function walk(path: string, key: string, value: unknown, siteOnly: boolean): Fact[] {
  if (SILENT.has(key)) return [];
  const isSiteOnly = siteOnly || SITE_ONLY.has(key);
  if (Array.isArray(value))
    return value.flatMap((item, index) => walk(`${path}[${index}]`, key, item, isSiteOnly));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, item]) =>
      walk(`${path}.${name}`, name, item, isSiteOnly),
    );
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    return [];
  if (isSiteOnly && typeof value === "string")
    return value
      .split("\n")
      .filter((line) => line !== "")
      .map((text) => ({ kind: "site-text", path, text }));
  const fact = leafFact(path, key, value);
  return fact === undefined ? [] : [fact];
}

/** Every fact of a record. Of the venues, only those in which a work appeared. */
export function listFacts(cv: Cv): Fact[] {
  const used = new Set(
    cv.publications.flatMap((work) => work.appearances.map((appearance) => appearance.venue)),
  );
  const shown = { ...cv, venues: cv.venues.filter((venue) => used.has(venue.id)) };
  return Object.entries(shown).flatMap(([key, value]) => walk(key, key, value, false));
}
