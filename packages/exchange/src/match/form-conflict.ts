import { type Appearance, type Venue, WORK_KINDS } from "@triptych/schema";
import type { FoundForm } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
import { isOtherSerial } from "./venue-match.ts";

/** The first number in a text: `12` of `vol. 12(3)`. */
const numberIn = (text: string | undefined) => /\d+/.exec(text ?? "")?.[0].replace(/^0+(?=\d)/, "");

function differ(mine: string | undefined, theirs: string | undefined): boolean {
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

/**
 * The page on which a range, or a single page, begins. A count from 1 is no place: papers have it
 * before they are put into an issue.
 */
function firstPage(pages: string | undefined): string | undefined {
  const first = numberIn(pages);
  return first === undefined || first === "1"
    ? undefined
    : `${pages?.includes("-") === true ? "from" : "on"} ${first}`;
}

/** An article number and a range of pages say nothing about each other. */
const pagesDiffer = (mine: string | undefined, theirs: string | undefined) =>
  mine?.split(" ")[0] === theirs?.split(" ")[0] && differ(mine, theirs);

const MIN_SHORTENED = 3;

/** Words of one title that the other has not, also not shortened as in `Proc.` */
const wordsBeyond = (title: readonly string[], other: readonly string[]) =>
  title.filter(
    (word) =>
      !other.some(
        (known) =>
          known === word ||
          (Math.min(word.length, known.length) >= MIN_SHORTENED &&
            (known.startsWith(word) || word.startsWith(known))),
      ),
  );

/** A title may leave out a part of the other; two books have words each that the other has not. */
function areOtherBooks(mine: string | undefined, theirs: string | undefined): boolean {
  const [left, right] = [foldText(mine ?? "").split(" "), foldText(theirs ?? "").split(" ")];
  return (
    mine !== undefined &&
    theirs !== undefined &&
    wordsBeyond(left, right).length > 0 &&
    wordsBeyond(right, left).length > 0
  );
}

/** Reports and patents are called by their numbers; a version is none. */
const areOtherNumbers = (known: Appearance, found: FoundForm) =>
  WORK_KINDS[known.kind].number === "number" &&
  differ(foldNumber(known.number), foldNumber(found.number));

const foldNumber = (number: string | undefined) =>
  number === undefined ? undefined : foldText(number).replaceAll(" ", "");

/**
 * Whether two forms of one kind stand in different places, as every year's `Editorial` does. A
 * preprint stands in none. What only one of them says parts nothing.
 */
export function standApart(known: Appearance, found: FoundForm, venues: readonly Venue[]): boolean {
  if (known.kind === "preprint") return false;
  const venue = venues.find(({ id }) => id === known.venue);
  return (
    areOtherBooks(known.book, found.book) ||
    differ(numberIn(known.volume), numberIn(found.volume)) ||
    differ(numberIn(known.issue), numberIn(found.issue)) ||
    areOtherNumbers(known, found) ||
    pagesDiffer(firstPage(known.pages), firstPage(found.pages)) ||
    (venue?.kind === "journal" &&
      found.venue?.kind === "journal" &&
      isOtherSerial(venue, found.venue))
  );
}
