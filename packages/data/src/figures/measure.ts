import { createRoster, type Cv, type Measure, orderWorks, type Work } from "@triptych/schema";

/**
 * A figure derived from the record: its value, the rule it follows, and the ids of the entries that
 * were counted.
 */
export interface Derived {
  value: number;
  rule: string;
  /** Ids of works in the order of the CV's numbers, or grants by their title. */
  counted:
    | { list: "publications"; ids: string[] }
    | { list: "grants"; amounts: { title: string; value: number }[] };
}

type Rule = (work: Work) => boolean;

/** Papers in the main track; workshops and side tracks do not carry the rank of the conference. */
function isRanked(cv: Cv, rank: string): Rule {
  const ranked = new Set(
    cv.venues.filter((venue) => venue.core?.rank === rank).map((venue) => venue.id),
  );
  return (work) =>
    work.appearances.some(
      ({ kind, track, venue, status }) =>
        kind === "conference" &&
        track === undefined &&
        status !== "under-review" &&
        venue !== undefined &&
        ranked.has(venue),
    );
}

/**
 * Position of the owner in the printed order; equal contribution does not move anyone, and a sole
 * author is the first one.
 */
function isOwnerAt(cv: Cv, place: "first" | "last"): Rule {
  const roster = createRoster(cv);
  return ({ authors }) => {
    const name = place === "first" ? authors[0] : authors.slice(1).at(-1);
    return name !== undefined && roster.isOwner(name);
  };
}

function countWorks(cv: Cv, rule: string, isCounted: Rule): Derived {
  const ids = orderWorks(cv)
    .filter(isCounted)
    .map((work) => work.id);
  return { value: ids.length, rule, counted: { list: "publications", ids } };
}

/**
 * Grants in another currency count with their reported equivalent, or not at all: rates are no
 * facts of the record.
 */
function sumGrants(cv: Cv, currency: string): Derived {
  const amounts = cv.grants.flatMap(({ title, amount, equivalent, declined }) => {
    const money = [amount, equivalent].find((candidate) => candidate?.currency === currency);
    return declined || money === undefined ? [] : [{ title, value: money.value }];
  });
  const value = amounts.reduce((sum, grant) => sum + grant.value, 0);
  return {
    value,
    rule: `grants in ${currency} or with an equivalent in it, without those declined`,
    counted: { list: "grants", amounts },
  };
}

/**
 * What the record itself gives for a measure; undefined for those that only a citation index knows.
 * `currency` is for `grants-total`.
 */
export function deriveMeasure(cv: Cv, measure: Measure, currency = "USD"): Derived | undefined {
  switch (measure) {
    case "works":
      return countWorks(cv, "every publication", () => true);
    case "core-a-star-papers":
      return countWorks(
        cv,
        "papers in the main track of a conference ranked A*",
        isRanked(cv, "A*"),
      );
    case "core-a-papers":
      return countWorks(cv, "papers in the main track of a conference ranked A", isRanked(cv, "A"));
    case "journal-papers":
      return countWorks(cv, "works in a journal and not under review", (work) =>
        work.appearances.some(
          ({ kind, status }) => kind === "journal" && status !== "under-review",
        ),
      );
    case "first-author-papers":
      return countWorks(cv, "works that print the owner as first author", isOwnerAt(cv, "first"));
    case "last-author-papers":
      return countWorks(
        cv,
        "works that print the owner as last of several authors",
        isOwnerAt(cv, "last"),
      );
    case "grants-total":
      return sumGrants(cv, currency);
    case "citations":
    case "h-index":
    case "i10-index":
      return undefined;
  }
}
