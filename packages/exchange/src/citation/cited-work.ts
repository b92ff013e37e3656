import {
  type Appearance,
  type Cv,
  listMakers,
  type Makers,
  type Venue,
  type Work,
  WORK_KINDS,
} from "@triptych/schema";

/**
 * What a work is cited as, whatever the format: its first appearance, who made it, and what that
 * stands in.
 */
export interface CitedWork {
  work: Work;
  appearance: Appearance;
  makers: Makers;
  /**
   * The book, series, journal, repository or school, as a reference prints it: `41st International
   * Conference on Machine Learning (ICML)`.
   */
  container?: string | undefined;
  /**
   * The same as catalogues compare it: a venue by its name alone, but a workshop as the workshop
   * that it is and a track with its name, since neither is the conference. What is under review
   * has appeared nowhere; a report without a venue, at the body that issued it.
   */
  appearedIn?: string | undefined;
}

function ordinal(value: number): string {
  const tens = value % 100;
  return `${value}${tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
}

/** A workshop whose name nobody wrote down is one all the same. */
const workshopOf = ({ kind, workshop }: Appearance) =>
  workshop ?? (kind === "workshop" ? "Workshop" : undefined);

/**
 * `41st International Conference on Machine Learning (ICML)`, after the workshop held there; other
 * venues by name alone.
 */
function titleContainer(appearance: Appearance, { name, acronym }: Venue): string {
  const { kind, edition } = appearance;
  if (WORK_KINDS[kind].container !== "proceedings") return name;
  const workshop = workshopOf(appearance);
  const series = [
    edition === undefined ? "" : `${ordinal(edition)} `,
    name,
    acronym === undefined || acronym === name ? "" : ` (${acronym})`,
  ].join("");
  return workshop === undefined ? series : `${workshop} at the ${series}`;
}

/** A paper of a workshop or of a track is none of the conference it was held at. */
function nameProceedings(appearance: Appearance, venue: Venue): string {
  const { kind, track } = appearance;
  if (WORK_KINDS[kind].container !== "proceedings") return venue.name;
  const name =
    workshopOf(appearance) === undefined ? venue.name : titleContainer(appearance, venue);
  return track === undefined ? name : `${name}, ${track}`;
}

/** What the book, the workshop or the venue is called, and how a reference prints it. */
function findContainer(
  appearance: Appearance,
  venue: Venue | undefined,
): { name: string; title: string } | undefined {
  const named = appearance.book ?? (venue === undefined ? appearance.workshop : undefined);
  if (named !== undefined) return { name: named, title: named };
  return venue === undefined
    ? undefined
    : { name: nameProceedings(appearance, venue), title: titleContainer(appearance, venue) };
}

/** A report without a venue is held by the body that issued it. */
export const holderOf = (appearance: Appearance, container: string | undefined) =>
  container ?? (appearance.kind === "report" ? appearance.publisher : undefined);

/** For formats that have one field for both. */
export const containerOrPublisher = ({ container, appearance }: CitedWork) =>
  container ?? appearance.publisher;

/** Nothing for a work that has no appearance yet. */
export function citeWork(cv: Pick<Cv, "venues">, work: Work): CitedWork | undefined {
  const [appearance] = work.appearances;
  if (appearance === undefined) return undefined;
  const venue = cv.venues.find(({ id }) => id === appearance.venue);
  const container = findContainer(appearance, venue);
  return {
    work,
    appearance,
    makers: listMakers(work),
    container: container?.title,
    appearedIn:
      appearance.status === "under-review" ? undefined : holderOf(appearance, container?.name),
  };
}
