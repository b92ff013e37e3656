import { composeExampleEdition } from "@triptych/view";
import type { Metadata } from "next";
import { workAddress } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { PublicationItem } from "../../components/work/publication-item.tsx";
import { Row } from "../../components/row.tsx";
import { SignUp } from "../../components/frame/sign-up.tsx";
import { Spans } from "../../components/spans.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readPromise, readRecord, serviceAddress } from "../../record.ts";
import { language, words } from "../../words.ts";
import { Linked } from "../../components/linked.tsx";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: words.pageTitle({ page: words.pages.digest, name }),
    description: words.digest.description({ name }),
    path: "/digest/",
  });
}

/** Pages of the digest service. */
const listServicePages = () => ({
  latest: serviceAddress("/digest/editions/latest"),
  editions: serviceAddress("/digest/editions"),
  next: serviceAddress("/digest/next"),
  manage: serviceAddress("/digest/manage"),
  privacy: serviceAddress("/digest/privacy"),
});

/** The example shows the first few of each; its summary says how many there are. */
const SHOWN = { works: 3, updates: 2 } as const;

function Example() {
  const edition = composeExampleEdition(readRecord(), language);
  if (edition === undefined) return null;
  return (
    <Row label={words.digest.example}>
      <p>{words.digest.exampleLead({ subject: edition.subject })}</p>
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
  const servicePages = listServicePages();
  return (
    <Frame current="/digest/">
      <h1 className="display">{words.pages.digest}</h1>
      <Row label={words.digest.subscribe}>
        <SignUp id="digest" page="/digest/" promise={readPromise()} />
      </Row>
      <Row label={words.digest.whatHappens}>
        {words.digest.happens.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Row>
      <Example />
      <Row label={words.digest.earlier}>
        <p>
          <Linked phrase={words.digest.earlierMails} to={servicePages} />
        </p>
      </Row>
      <Row label={words.digest.readers}>
        <p>
          <Linked phrase={words.digest.forReaders} to={servicePages} />
        </p>
      </Row>
    </Frame>
  );
}
