import { type Appearance, isWholeBook, WORK_KINDS } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { formatDate } from "../text/date.ts";
import { joinText } from "../text/joined.ts";
import { plainNames } from "../text/names.ts";
import { joinSentenceSpans, joinSpans, type Span, textSpans } from "../text/span.ts";
import { formText } from "./form.ts";
import { kindName } from "./kind-name.ts";
import { fullVenueName, type PlacedAppearance, shortVenueName } from "./venue.ts";

function honourSpans({ honours }: Appearance, words: Words): Span[] {
  return joinSpans(
    honours.map((honour) => [{ text: words.record.honours[honour], role: "honour" as const }]),
    ", ",
  );
}

/** What the status adds to a line; a published work needs no word. */
function statusText({ status, kind }: Appearance, words: Words): string | undefined {
  if (status === "published") return undefined;
  const { statuses } = words.record;
  return kind === "patent" && status === "under-review" ? statuses.pending : statuses[status];
}

/** `ICML 2024 · Spotlight`: the form for lists and the mail. */
export function shortVenueSpans(placed: PlacedAppearance, words: Words): Span[] {
  const { appearance, venue } = placed;
  const status = statusText(appearance, words);
  if (venue === undefined && status !== undefined && formText(appearance, words) === undefined)
    return [{ text: status, role: "venue" }];
  return joinSpans(
    [
      textSpans(shortVenueName(placed, words), { role: "venue" }),
      status === undefined ? [] : [{ text: status }],
      honourSpans(appearance, words),
    ],
    " · ",
  );
}

/** Volume and issue: `vol. 12(3)`, `no. 3`. */
function volumeText({ volume, issue }: Appearance, words: Words): string | undefined {
  const { venue } = words.text;
  if (volume !== undefined)
    return venue.volume({ volume: issue === undefined ? volume : `${volume}(${issue})` });
  return issue === undefined ? undefined : venue.issue({ issue });
}

/** What stands behind the name of the venue, in this order, with commas. */
function factTexts({ appearance, venue }: PlacedAppearance, words: Words): string[] {
  const { kind, editors, edition, pages, number, isbn, date } = appearance;
  const isBookEdition = edition !== undefined && (venue === undefined || isWholeBook(kind));
  return joinText([
    appearance.track,
    editors.length === 0 ? undefined : words.text.venue.editedBy({ names: plainNames(editors) }),
    appearance.series,
    isBookEdition ? words.text.venue.edition({ edition }) : undefined,
    volumeText(appearance, words),
    pages === undefined
      ? undefined
      : words.text.venue.pages({ pages: pages.replaceAll(/-+/g, "–") }),
    appearance.publisher,
    appearance.place,
    WORK_KINDS[kind].number === undefined ? number : undefined,
    isbn === undefined ? undefined : words.text.venue.isbn({ isbn }),
    date === undefined ? undefined : formatDate(date, words),
  ]);
}

/**
 * `41st International Conference on Machine Learning (ICML), PMLR, 2024. Oral`: every fact of an
 * appearance but its links.
 */
export function venueFactSpans(placed: PlacedAppearance, words: Words): Span[] {
  const { appearance, venue } = placed;
  const name = fullVenueName(placed, words);
  const status = statusText(appearance, words);
  // Where nothing names the place, the status or the kind stands at the head of the line.
  const head = textSpans(name ?? status ?? kindName(appearance.kind, words), {
    role: "venue",
    ...(name === undefined || venue?.url === undefined ? {} : { href: venue.url }),
  });
  return joinSentenceSpans([
    joinSpans([head, textSpans(factTexts(placed, words))], ", "),
    name === undefined || status === undefined ? [] : [{ text: status }],
    honourSpans(appearance, words),
  ]);
}
