import {
  abstractLead,
  isolate,
  isolatedText,
  type Publication,
  publicationLinks,
  type Span,
} from "@triptych/view";
import { phraseText } from "@triptych/words/phrase";
import type { Addresses } from "../../addresses/page-addresses.ts";
import { MOST_LINKS } from "./digest-item.tsx";
import { type DigestLetterProps, noteParagraphs } from "./digest-props.ts";
import { language } from "../../words.ts";

const words = language.mail.digest;

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
  // A line is a paragraph to what shows it, and no isolate reaches beyond one.
  let isOpen = false;
  return lines
    .map((line) => {
      const begun = isOpen ? `\u2068${line}` : line;
      isOpen = begun.lastIndexOf("\u2068") > begun.lastIndexOf("\u2069");
      return isOpen ? `${begun}\u2069` : begun;
    })
    .join("\n");
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
    wrap(isolate(publication.title)),
    wrap(isolatedText(publication.listedAuthors)),
    wrap(isolatedText(news ?? publication.venue)),
    ...(isFull && publication.abstract !== undefined
      ? [wrap(isolate(abstractLead(publication.abstract)))]
      : []),
    addresses.work(publication.id),
    ...links,
  ].join("\n");
}

/** An underlined title, as plain text has headings. */
const heading = (title: string) => `${title}\n${"-".repeat(title.length)}`;

/** A part with its title, where it holds anything. */
const part = (title: string, items: readonly string[]) =>
  items.length === 0 ? [] : [heading(title), ...items];

/** Where the rest of a list is, where it is too long. */
const more = (count: number, address: string) =>
  count === 0 ? [] : [words.moreAt({ count, address })];

/** Why it came, and what can be done about it, below the dashes that end a letter. */
function footText(props: DigestLetterProps): string {
  const { name, contact, number, tailored, addresses, unsubscribe } = props;
  const why = [
    words.why({ name: isolate(name) }),
    ...(contact === undefined ? [] : [words.questions({ contact })]),
  ];
  return [
    "-- ",
    wrap(why.map(phraseText).join(" ")),
    language.mail.unsubscribeAt({ address: unsubscribe }),
    words.changeAt({ address: addresses.askToManage }),
    words.onTheWebAt({ address: addresses.edition(number, tailored) }),
    words.privacyAt({ address: addresses.privacy }),
  ].join("\n");
}

/**
 * The edition as plain text, written to be read and not stripped from the HTML: the same items in
 * the same order.
 */
export function digestText(props: DigestLetterProps): string {
  const { name, edition, note, addresses, isCompact = false, shown = Infinity } = props;
  const { works, updates, legend, events, moreEvents, summary } = edition;
  const listed = works.slice(0, shown);
  const parts = [
    wrap(words.lead({ name, summary })),
    ...noteParagraphs(note).map(wrap),
    ...part(
      words.fresh,
      listed.map((work) => itemText(work, undefined, addresses, isCompact)),
    ),
    ...more(works.length - listed.length, `${addresses.base}/publications/`),
    ...part(
      words.known,
      updates.map(({ publication, news }) => itemText(publication, news, addresses)),
    ),
    ...(legend.length === 0 ? [] : [isolatedText(legend)]),
    ...part(
      words.events,
      events.map(({ label, date, spans }) =>
        wrap(language.digest.event({ label, date, text: isolatedText(spans) }).join("")),
      ),
    ),
    ...more(moreEvents, `${addresses.base}/cv/`),
    footText(props),
  ];
  return `${parts.join("\n\n")}\n`;
}
