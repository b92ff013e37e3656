import { createRoster, type Cv, type Measure, type Work } from "@triptych/schema";

/** A figure derived from the record: its value, the rule it follows, and the works (or grants) that were counted. */
export interface Derived {
  value: number;
  rule: string;
  counted: Work[];
}

type Rule = (work: Work) => boolean;

function isRanked(cv: Cv, rank: string): Rule {
  const ranked = new Set(cv.venues.filter((venue) => venue.core?.rank === rank).map((venue) => venue.id));
  return (work) => work.appearances.some(({ kind, track, venue, status }) => kind === "conference" && track === undefined && status !== "under-review" && venue !== undefined && ranked.has(venue));
}

/** Position of the owner in the printed order; equal contribution does not move anyone. */
function ownerAt(cv: Cv, place: "first" | "last"): Rule {
  const roster = createRoster(cv);
  return (work) => {
    const name = place === "first" ? work.authors[0] : work.authors.at(-1);
    const isAlone = work.authors.length === 1;
    return name !== undefined && roster.isOwner(name) && !(isAlone && place === "last");
  };
}

function grantsTotal(cv: Cv, currency: string): Derived {
  const amounts = cv.grants
    .filter((grant) => !grant.declined)
    .map((grant) => (grant.amount.currency === currency ? grant.amount : grant.equivalent))
    .filter((amount) => amount !== undefined && amount.currency === currency);
  const value = amounts.reduce((sum, amount) => sum + (amount?.value ?? 0), 0);
  return { value, rule: `the ${amounts.length} grants that were not declined, in ${currency}`, counted: [] };
}

/** What the record itself gives for a measure; undefined for those that only a citation index knows. */
export function deriveMeasure(cv: Cv, measure: Measure, currency = "USD"): Derived | undefined {
  const rules: Partial<Record<Measure, [string, Rule]>> = {
    works: ["every publication", () => true],
    "core-a-star-papers": ["papers in the main track of a conference ranked A*", isRanked(cv, "A*")],
    "core-a-papers": ["papers in the main track of a conference ranked A", isRanked(cv, "A")],
    "journal-papers": ["works with a journal appearance", (work) => work.appearances.some((appearance) => appearance.kind === "journal")],
    "first-author-papers": ["works with the owner as first author in the printed order", ownerAt(cv, "first")],
    "last-author-papers": ["works with the owner as last of several authors", ownerAt(cv, "last")],
  };
  if (measure === "grants-total") return grantsTotal(cv, currency);
  const found = rules[measure];
  if (found === undefined) return undefined;
  const counted = cv.publications.filter(found[1]);
  return { value: counted.length, rule: found[0], counted };
}
