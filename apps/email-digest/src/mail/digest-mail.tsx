import { Heading, Link, Section, Text } from "@react-email/components";
import { type Edition, plainText, type Publication, type Span } from "@triptych/view";
import type { Addresses } from "../addresses.ts";
import { Frame } from "./frame.tsx";
import { Spans } from "./spans.tsx";
import { MAIL } from "./style.ts";

export interface DigestMailProps {
  name: string;
  edition: Edition;
  number: number;
  /** Key of the variant this is, where it is one. */
  variant?: string;
  /** A line by the researcher. */
  note: string | undefined;
  addresses: Addresses;
  unsubscribe: string;
}

function Item({ publication, news, addresses }: { publication: Publication; news?: Span[]; addresses: Addresses }) {
  const abstract = publication.abstract?.split("\n")[0];
  return (
    <Section>
      <Heading as="h3" className="ink" style={MAIL.title}>
        <Link href={addresses.work(publication.id)} className="ink" style={MAIL.titleLink}>
          {publication.title}
        </Link>
      </Heading>
      <Text className="soft" style={MAIL.people}>
        <Spans spans={publication.listedAuthors} />
      </Text>
      <Text className="soft" style={MAIL.label}>
        <Spans spans={news ?? publication.venue} />
      </Text>
      {news === undefined && abstract !== undefined ? (
        <Text className="ink" style={MAIL.people}>
          {shorten(abstract)}
        </Text>
      ) : null}
    </Section>
  );
}

/** The first sentences, up to some 280 characters. */
function shorten(text: string): string {
  const LIMIT = 280;
  if (text.length <= LIMIT) return text;
  return `${text.slice(0, text.lastIndexOf(" ", LIMIT))} …`;
}

/** One dot a work, as in the unit chart of the site: full for what has appeared, hollow for what is under review. */
function dotsOf(edition: Edition): string {
  return edition.works.map(({ appearances: [cited] }) => (cited?.kind === "preprint" || cited?.status === "under-review" ? "○" : "●")).join("");
}

export function DigestMail({ name, edition, number, variant, note, addresses, unsubscribe }: DigestMailProps) {
  const foot = (
    <>
      You get this because you subscribed to new work by {name}.{" "}
      <Link href={unsubscribe} className="soft" style={MAIL.link}>
        Unsubscribe
      </Link>
      {" · "}
      <Link href={addresses.edition(number, variant)} className="soft" style={MAIL.link}>
        This mail on the web
      </Link>
      {" · "}
      <Link href={addresses.base} className="soft" style={MAIL.link}>
        {name}
      </Link>
      <br />
      It holds no pixel and no counted link.
    </>
  );
  return (
    <Frame preview={edition.works.map((work) => work.title).join(" · ") || edition.summary} foot={foot}>
      <Text className="soft" style={MAIL.name}>
        {name}
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {capitalise(edition.summary)}
      </Heading>
      {edition.works.length === 0 ? null : (
        <Text className="accent" aria-hidden="true" style={MAIL.dots}>
          {dotsOf(edition)}
        </Text>
      )}
      {note === undefined ? null : (
        <Text className="ink" style={MAIL.text}>
          {note}
        </Text>
      )}
      {edition.works.length === 0 ? null : (
        <Heading as="h2" className="ink line" style={MAIL.heading}>
          New
        </Heading>
      )}
      {edition.works.map((publication) => (
        <Item key={publication.id} publication={publication} addresses={addresses} />
      ))}
      {edition.updates.length === 0 ? null : (
        <Heading as="h2" className="ink line" style={MAIL.heading}>
          Known work
        </Heading>
      )}
      {edition.updates.map(({ publication, news }) => (
        <Item key={publication.id} publication={publication} news={news} addresses={addresses} />
      ))}
    </Frame>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function itemText(publication: Publication, last: readonly Span[], addresses: Addresses): string {
  return [publication.title, plainText(publication.listedAuthors), plainText(last), addresses.work(publication.id)].join("\n");
}

/** The same edition as plain text, written to be read and not stripped from the HTML. */
export function digestText({ name, edition, number, variant, note, addresses, unsubscribe }: DigestMailProps): string {
  const parts = [
    `${name}: ${edition.summary}`,
    ...(note === undefined ? [] : [note]),
    ...(edition.works.length === 0 ? [] : ["NEW", ...edition.works.map((work) => itemText(work, work.venue, addresses))]),
    ...(edition.updates.length === 0 ? [] : ["KNOWN WORK", ...edition.updates.map(({ publication, news }) => itemText(publication, news, addresses))]),
    [
      `-- `,
      `You get this because you subscribed to new work by ${name}.`,
      `Unsubscribe: ${unsubscribe}`,
      `On the web: ${addresses.edition(number, variant)}`,
    ].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
