import { Heading, Link, Text } from "@react-email/components";
import { isAccepted } from "@triptych/schema";
import type { Edition } from "@triptych/view";
import type { ReactNode } from "react";
import type { Addresses } from "../../addresses/page-addresses.ts";
import { DigestItem } from "./digest-item.tsx";
import { Frame } from "./frame.tsx";
import { Spans } from "./spans.tsx";
import { MAIL } from "./style.ts";

export interface DigestLetterProps {
  name: string;
  /**
   * Address at which the researcher is reached, where the record has one: mail to many says who
   * sends it and how to answer.
   */
  contact?: string | undefined;
  edition: Edition;
  number: number;
  /** Key of the variant this is, where it is one. */
  variant?: string;
  /** A line by the researcher, or several with blank lines between them. */
  note: string | undefined;
  addresses: Addresses;
  unsubscribe: string;
  /** Leaves out first lines and links, as long editions do. */
  isCompact?: boolean;
  /** How many of the new works are listed; the mail says how many more there are. Left out, all. */
  shown?: number;
}

/**
 * One dot a work, as in the unit chart of the site: full for what has appeared, hollow for what is
 * under review. Blanks let a long row break.
 */
function dotsOf(edition: Edition): string {
  return edition.works
    .map(({ appearances: [cited] }) => (cited === undefined || isAccepted(cited) ? "●" : "○"))
    .join(" ");
}

function SoftLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="soft" style={MAIL.link}>
      {children}
    </Link>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <Heading as="h2" className="ink line" style={MAIL.heading}>
        {title}
      </Heading>
      {children}
    </>
  );
}

/** The short second part: what happened besides papers. */
function Events({
  edition: { events, moreEvents },
  addresses,
}: {
  edition: Edition;
  addresses: Addresses;
}) {
  return (
    <Part title="Talks and awards">
      {events.map(({ label, date, spans, keys }) => (
        <p key={keys[0]} className="ink" style={MAIL.event}>
          <Spans spans={spans} />
          <br />
          <span className="soft" style={MAIL.labelText}>
            {label}, {date}
          </span>
        </p>
      ))}
      {moreEvents === 0 ? null : (
        <p className="soft" style={MAIL.label}>
          <SoftLink href={`${addresses.base}/cv/`}>{`${moreEvents} more on the site`}</SoftLink>
        </p>
      )}
    </Part>
  );
}

/** The paragraphs of a note. */
export function noteParagraphs(note: string | undefined): string[] {
  return (note ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

export function DigestLetter({
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
}: DigestLetterProps) {
  const web = addresses.edition(number, variant);
  const listed = edition.works.slice(0, shown);
  const foot = (
    <>
      You get this because you subscribed to new work by{" "}
      <SoftLink href={addresses.base}>{name}</SoftLink>. It holds no pixel and no counted link.
      {contact === undefined ? null : (
        <>
          {" "}
          Questions go to <SoftLink href={`mailto:${contact}`}>{contact}</SoftLink>.
        </>
      )}
      <br />
      <SoftLink href={unsubscribe}>Unsubscribe</SoftLink>
      {" · "}
      <SoftLink href={addresses.askToManage}>Change what you get</SoftLink>
      {" · "}
      <SoftLink href={addresses.archive}>Earlier mails</SoftLink>
      {" · "}
      <SoftLink href={addresses.privacy}>Privacy</SoftLink>
    </>
  );
  return (
    <Frame
      title={edition.subject}
      preview={
        edition.works
          .map((work) => work.title)
          .join(" · ")
          .slice(0, 150) || edition.summary
      }
      foot={foot}
    >
      {/* Both ways out stand early too: a mail that a provider cuts has no foot. */}
      <Text className="soft" style={MAIL.name}>
        <span className="ink" style={MAIL.owner}>
          {name}
        </span>
        {" · "}
        <SoftLink href={web}>On the web</SoftLink>
        {" · "}
        <SoftLink href={unsubscribe}>Unsubscribe</SoftLink>
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {capitalise(edition.summary)}
      </Heading>
      {edition.works.length === 0 ? null : (
        <Text className="accent" aria-hidden="true" style={MAIL.dots}>
          {dotsOf(edition)}
        </Text>
      )}
      {noteParagraphs(note).map((paragraph) => (
        <Text key={paragraph} className="ink" style={MAIL.text}>
          {paragraph}
        </Text>
      ))}
      {listed.length === 0 ? null : (
        <Part title="New">
          {listed.map((publication) => (
            <DigestItem
              key={publication.id}
              publication={publication}
              addresses={addresses}
              isCompact={isCompact}
            />
          ))}
          {listed.length === edition.works.length ? null : (
            <p className="soft" style={MAIL.label}>
              <SoftLink
                href={`${addresses.base}/publications/`}
              >{`${edition.works.length - listed.length} more on the site`}</SoftLink>
            </p>
          )}
        </Part>
      )}
      {edition.updates.length === 0 ? null : (
        <Part title="Known work">
          {edition.updates.map(({ publication, news }) => (
            <DigestItem
              key={publication.id}
              publication={publication}
              news={news}
              addresses={addresses}
            />
          ))}
        </Part>
      )}
      {edition.legend.length === 0 ? null : (
        <p className="soft" style={MAIL.legend}>
          <Spans spans={edition.legend} />
        </p>
      )}
      {edition.events.length === 0 ? null : <Events edition={edition} addresses={addresses} />}
    </Frame>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
