import {
  abstractLead,
  plainText,
  type Publication,
  publicationLinks,
  type Span,
} from "@triptych/view";
import type { Addresses } from "../../addresses/page-addresses.ts";
import { MOST_LINKS } from "./digest-item.tsx";
import { type DigestLetterProps, noteParagraphs } from "./digest-letter.tsx";

/** Columns that every terminal and phone shows. */
const WIDTH = 72;

/** Breaks text between words; a word that is longer stays whole, as addresses must. */
function wrap(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function itemText(
  publication: Publication,
  news: readonly Span[] | undefined,
  addresses: Addresses,
  isCompact = false,
): string {
  const isFull = news === undefined && !isCompact;
  const links = isFull
    ? publicationLinks(publication, MOST_LINKS).flatMap(({ href }) => href ?? [])
    : [];
  return [
    wrap(publication.title),
    wrap(plainText(publication.listedAuthors)),
    wrap(plainText(news ?? publication.venue)),
    ...(isFull && publication.abstract !== undefined
      ? [wrap(abstractLead(publication.abstract))]
      : []),
    addresses.work(publication.id),
    ...links,
  ].join("\n");
}

/** An underlined title, as plain text has headings. */
const heading = (title: string) => `${title}\n${"-".repeat(title.length)}`;

/**
 * The edition as plain text, written to be read and not stripped from the HTML: the same items in
 * the same order.
 */
export function digestText({
  name,
  contact,
  edition,
  number,
  variant,
  note,
  addresses,
  unsubscribe,
  isCompact = false,
  shown = Infinity,
}: DigestLetterProps): string {
  const { works, updates, events, moreEvents } = edition;
  const listed = works.slice(0, shown);
  const more = works.length - listed.length;
  const parts = [
    wrap(`${name}: ${edition.summary}`),
    ...noteParagraphs(note).map(wrap),
    ...(listed.length === 0
      ? []
      : [heading("New"), ...listed.map((work) => itemText(work, undefined, addresses, isCompact))]),
    ...(more === 0 ? [] : [`${more} more: ${addresses.base}/publications/`]),
    ...(updates.length === 0
      ? []
      : [
          heading("Known work"),
          ...updates.map(({ publication, news }) => itemText(publication, news, addresses)),
        ]),
    ...(edition.legend.length === 0 ? [] : [plainText(edition.legend)]),
    ...(events.length === 0
      ? []
      : [
          heading("Talks and awards"),
          ...events.map(({ label, date, spans }) => wrap(`${label}, ${date}: ${plainText(spans)}`)),
        ]),
    ...(moreEvents === 0 ? [] : [`${moreEvents} more: ${addresses.base}/cv/`]),
    [
      "-- ",
      wrap(
        `You get this because you subscribed to new work by ${name}.${contact === undefined ? "" : ` Questions go to ${contact}.`}`,
      ),
      `Unsubscribe: ${unsubscribe}`,
      `Change what you get: ${addresses.askToManage}`,
      `On the web: ${addresses.edition(number, variant)}`,
      `Privacy: ${addresses.privacy}`,
    ].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
