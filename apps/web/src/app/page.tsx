import {
  composeChart,
  isolatedText,
  newestPublications,
  selectedPublications,
} from "@triptych/view";
import { joinSentences } from "@triptych/words/sentence";
import type { Metadata } from "next";
import { Contacts } from "../components/contacts.tsx";
import { Frame } from "../components/frame/frame.tsx";
import { PublicationItem } from "../components/work/publication-item.tsx";
import { Spans } from "../components/spans.tsx";
import { RecentList } from "../components/recent-list.tsx";
import { Row } from "../components/row.tsx";
import { SignUp } from "../components/frame/sign-up.tsx";
import { StructuredData } from "../components/structured-data.tsx";
import { isLong, UnitChart } from "../components/chart/unit-chart.tsx";
import { describeProfile } from "../metadata/json-ld.ts";
import { pageMetadata } from "../metadata/page-metadata.ts";
import {
  hasDigest,
  readHeader,
  readPromise,
  readPublications,
  readRecord,
  siteAddress,
} from "../record.ts";
import { language, words } from "../words.ts";

const SELECTED = 5;
const NEWEST = 5;

export function generateMetadata(): Metadata {
  const { name, roles, interestSentence } = readHeader();
  const description =
    joinSentences([roles[0] ?? [], interestSentence].map(isolatedText)) ||
    words.home.description({ name });
  return pageMetadata({ title: name, description, path: "/" });
}

/** Who it is, as a reader and as a reader of microformats (h-card) sees it. */
function Hero() {
  const header = readHeader();
  const chart = composeChart(readPublications(), language);
  return (
    <div className={isLong(chart) ? "hero stacked" : "hero"}>
      <div className="h-card">
        <h1 className="display p-name">{header.name}</h1>
        <data className="u-url u-uid" value={`${siteAddress()}/`} />
        {header.headline === undefined ? null : <p className="role">{header.headline}</p>}
        {header.positions.map(({ title, organisation }, index) => (
          <p key={index} className="role">
            <span className="p-job-title">{title}</span>,{" "}
            <span className="p-org">
              <Spans spans={organisation} />
            </span>
          </p>
        ))}
        {header.place === undefined ? null : <p className="place p-locality">{header.place}</p>}
        {header.summary === undefined ? null : <p className="summary p-note">{header.summary}</p>}
        {header.interests.length === 0 ? null : (
          <ul className="interests" aria-label={words.home.interests}>
            {header.interests.map((interest) => (
              <li key={interest} className="p-note">
                {interest}
              </li>
            ))}
          </ul>
        )}
        <p className="main-file">
          <a href="/cv.pdf">{words.home.pdf}</a>
        </p>
        <Contacts contacts={header.contacts}>
          {readPublications().length === 0 ? null : <a href="/feed.xml">{words.home.feed}</a>}
        </Contacts>
      </div>
      <UnitChart chart={chart} />
    </div>
  );
}

function Works() {
  const publications = readPublications();
  const selected = selectedPublications(readRecord(), publications, SELECTED);
  const others = publications.filter((publication) => !selected.includes(publication));
  const parts = [
    { label: words.home.selected, works: selected },
    { label: words.home.newest, works: newestPublications(others, NEWEST) },
  ].filter(({ works }) => works.length > 0);
  return parts.map(({ label, works }, index) => (
    <Row key={label} label={label}>
      <ol className="works">
        {works.map((publication) => (
          <PublicationItem key={publication.id} publication={publication} />
        ))}
      </ol>
      {index < parts.length - 1 ? null : (
        <p className="more">
          <a href="/publications/">{words.home.all({ count: publications.length })}</a>
        </p>
      )}
    </Row>
  ));
}

export default function Home() {
  const cv = readRecord();
  return (
    <Frame current="/">
      <StructuredData data={describeProfile(cv, siteAddress())} />
      <Hero />
      <div className="home-lists">
        <div>
          <Works />
        </div>
        <RecentList />
      </div>
      {hasDigest() ? (
        <Row id="digest" label={words.pages.digestInShort}>
          <SignUp page="/" id="home" promise={readPromise()} />
        </Row>
      ) : null}
    </Frame>
  );
}
