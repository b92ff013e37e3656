import { composeChart, composeHeader, digestPromise, newestPublications, recentItems } from "@triptych/view";
import type { Metadata } from "next";
import { Frame } from "../components/frame.tsx";
import { PublicationItem } from "../components/publication-item.tsx";
import { Row } from "../components/row.tsx";
import { SignUp } from "../components/sign-up.tsx";
import { Spans } from "../components/spans.tsx";
import { StructuredData } from "../components/structured-data.tsx";
import { UnitChart } from "../components/unit-chart.tsx";
import { describeProfile } from "../json-ld.ts";
import { pageMetadata } from "../page-metadata.ts";
import { readPublications, readRecord, siteAddress } from "../record.ts";

const NEWEST = 5;
const RECENT = 7;

export function generateMetadata(): Metadata {
  const { name, roles, interestSentence } = composeHeader(readRecord());
  const description = [roles[0], interestSentence].filter(Boolean).join(". ") || `${name}: publications and curriculum vitae.`;
  return pageMetadata({ title: name, description, path: "/" });
}

export default function Home() {
  const cv = readRecord();
  const header = composeHeader(cv);
  const publications = readPublications();
  const recent = recentItems(cv, RECENT);
  return (
    <Frame name={header.name} current="/" updated={header.updated}>
      <StructuredData data={describeProfile(cv, siteAddress())} />
      <div className="hero">
        <div>
          <h1 className="display">{header.name}</h1>
          {header.roles.map((role) => (
            <p key={role} className="role">
              {role}
            </p>
          ))}
          {header.interestSentence === "" ? null : <p className="interests">{header.interestSentence}</p>}
          <p className="contacts">
            {header.contacts.map(({ span }) => (
              <a key={span.text} href={span.href}>
                {span.text}
              </a>
            ))}
            <a href="/cv.pdf">Curriculum vitae, PDF</a>
          </p>
        </div>
        <UnitChart chart={composeChart(publications)} />
      </div>
      {publications.length === 0 ? null : (
        <Row label="Newest work">
          <ol className="works">
            {newestPublications(publications, NEWEST).map((publication) => (
              <PublicationItem key={publication.id} publication={publication} />
            ))}
          </ol>
          <p className="more">
            <a href="/publications/">All {publications.length} publications</a>
          </p>
        </Row>
      )}
      {recent.length === 0 ? null : (
        <Row label="Recently">
          <dl className="dated">
            {recent.map((item, index) => (
              <div key={index}>
                <dt>{item.rail}</dt>
                <dd>
                  <Spans spans={item.spans} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="more">
            <a href="/cv/">Everything, in the CV</a>
          </p>
        </Row>
      )}
      <Row id="digest" label="By e-mail">
        <SignUp id="home" promise={digestPromise(header.name, cv.settings)} />
      </Row>
    </Frame>
  );
}
