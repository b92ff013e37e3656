import { composeExampleEdition } from "@triptych/view";
import type { Metadata } from "next";
import { workAddress } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { PublicationItem } from "../../components/work/publication-item.tsx";
import { Row } from "../../components/row.tsx";
import { SignUp } from "../../components/frame/sign-up.tsx";
import { Spans } from "../../components/spans.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readPromise, readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: `New work by e-mail, ${name}`,
    description: `Subscribe to new publications by ${name}.`,
    path: "/digest/",
  });
}

/** The example shows the first few of each; its summary says how many there are. */
const SHOWN = { works: 3, updates: 2 } as const;

function Example() {
  const edition = composeExampleEdition(readRecord());
  if (edition === undefined) return null;
  return (
    <Row label="An example">
      <p>
        If one mail told the whole of the last recorded year, it would be headed “{edition.subject}”
        and begin like this. Mails as they were really sent are in the archive.
      </p>
      {edition.works.length === 0 ? null : (
        <ol className="works">
          {edition.works.slice(0, SHOWN.works).map((publication) => (
            <PublicationItem key={publication.id} publication={publication} />
          ))}
        </ol>
      )}
      {edition.updates.slice(0, SHOWN.updates).map(({ publication, news }) => (
        <p key={publication.id}>
          <Spans spans={news} />: <a href={workAddress(publication.id)}>{publication.title}</a>
        </p>
      ))}
    </Row>
  );
}

export default function Digest() {
  return (
    <Frame current="/digest/">
      <h1 className="display">New work by e-mail</h1>
      <Row label="Subscribe">
        <SignUp id="digest" page="/digest/" promise={readPromise()} />
      </Row>
      <Row label="What happens">
        <p>
          You get one mail that asks you to confirm. Nothing else is sent before you do, and an
          address that is not confirmed is forgotten after a week.
        </p>
        <p>
          Each mail lists the new work with authors and venue, and says when known work was accepted
          or honoured. It has a link that ends the subscription at once.
        </p>
        <p>The mails hold no pixels and no rewritten links: nobody sees whether you read them.</p>
      </Row>
      <Example />
      <Row label="Earlier mails">
        <p>
          <a href="/digest/editions/latest">The last one</a>,{" "}
          <a href="/digest/editions">all editions as they were sent</a>, or{" "}
          <a href="/digest/next">what the next one holds so far</a>
        </p>
      </Row>
      <Row label="Readers">
        <p>
          <a href="/digest/manage">Change or end a subscription</a>, or read{" "}
          <a href="/digest/privacy">what is stored about you</a>
        </p>
      </Row>
    </Frame>
  );
}
