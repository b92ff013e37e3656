import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Fragment, type ReactNode } from "react";
import { DigestItem } from "./digest-item.tsx";
import type { DigestLetterProps } from "./digest-props.ts";
import { Sentence } from "./sentence.tsx";
import { Spans } from "./spans.tsx";
import { MAIL } from "./style.ts";
import { language } from "../../words.ts";

const words = language.mail.digest;

export function SoftLink({ href, children }: { href: string; children: ReactNode }) {
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

/** Where the rest of a list is, where it is too long. */
function More({ count, href }: { count: number; href: string }) {
  return count === 0 ? null : (
    <p className="soft" style={MAIL.label}>
      <SoftLink href={href}>{words.more({ count })}</SoftLink>
    </p>
  );
}

/** The works that are new. */
export function NewWorks({
  edition: { works },
  addresses,
  isCompact = false,
  shown = Infinity,
}: DigestLetterProps) {
  const listed = works.slice(0, shown);
  return listed.length === 0 ? null : (
    <Part title={words.fresh}>
      {listed.map((publication) => (
        <DigestItem
          key={publication.id}
          publication={publication}
          addresses={addresses}
          isCompact={isCompact}
        />
      ))}
      <More count={works.length - listed.length} href={`${addresses.base}/publications/`} />
    </Part>
  );
}

/** What has become of works that were announced before. */
export function KnownWorks({ edition: { updates }, addresses }: DigestLetterProps) {
  return updates.length === 0 ? null : (
    <Part title={words.known}>
      {updates.map(({ publication, news }) => (
        <DigestItem
          key={publication.id}
          publication={publication}
          news={news}
          addresses={addresses}
        />
      ))}
    </Part>
  );
}

/** The short last part: what happened besides papers. */
export function Events({ edition: { events, moreEvents }, addresses }: DigestLetterProps) {
  return events.length === 0 ? null : (
    <Part title={words.events}>
      {events.map(({ label, date, spans, keys }) => (
        <p key={keys[0]} className="ink" style={MAIL.event}>
          <Spans spans={spans} />
          <br />
          <span className="soft" style={MAIL.labelText}>
            {words.eventKind({ label, date })}
          </span>
        </p>
      ))}
      <More count={moreEvents} href={`${addresses.base}/cv/`} />
    </Part>
  );
}

/** Why it came, and what can be done about it. */
export function Foot({ name, contact, addresses, unsubscribe }: DigestLetterProps) {
  const links = [
    { href: unsubscribe, text: language.mail.unsubscribe },
    { href: addresses.askToManage, text: words.change },
    { href: addresses.archive, text: language.mail.earlier },
    { href: addresses.privacy, text: words.privacy },
  ];
  return (
    <>
      <Sentence phrase={words.why({ name })} to={{ site: addresses.base }} Link={SoftLink} />{" "}
      {words.untracked}
      {contact === undefined ? null : (
        <>
          {" "}
          <Sentence
            phrase={words.questions({ contact })}
            to={{ contact: `mailto:${contact}` }}
            Link={SoftLink}
          />
        </>
      )}
      <br />
      {links.map(({ href, text }, index) => (
        <Fragment key={text}>
          {index === 0 ? "" : " · "}
          <SoftLink href={href}>{text}</SoftLink>
        </Fragment>
      ))}
    </>
  );
}
