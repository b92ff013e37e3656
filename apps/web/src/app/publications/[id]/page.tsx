import { toBibtex } from "@triptych/exchange";
import { composeHeader, equalContributionLegend, plainText, type Publication } from "@triptych/view";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "../../../components/frame.tsx";
import { Row } from "../../../components/row.tsx";
import { Spans } from "../../../components/spans.tsx";
import { StructuredData } from "../../../components/structured-data.tsx";
import { workAddress } from "../../../addresses.ts";
import { FORMATS, workParams } from "../../../bibliography.ts";
import { describeWay, describeWork } from "../../../json-ld.ts";
import { highwireTags } from "../../../highwire.ts";
import { pageMetadata } from "../../../page-metadata.ts";
import { readPublications, readRecord, siteAddress } from "../../../record.ts";

interface PageProps {
  params: Promise<{ id: string }>;
}

export const dynamicParams = false;

export const generateStaticParams = workParams;

function find(id: string): Publication {
  return readPublications().find((publication) => publication.id === id) ?? notFound();
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params;
  const { title, authors, venue } = find(id);
  const cv = readRecord();
  const work = cv.publications.find((candidate) => candidate.id === id);
  return {
    ...pageMetadata({ title, description: `${plainText(authors)}. ${plainText(venue)}.`, path: workAddress(id), files: `${workAddress(id)}cite` }),
    ...(work === undefined ? {} : { other: highwireTags(cv, work) }),
  };
}

function scholarSearch(title: string): string {
  return `https://scholar.google.com/scholar?q=${encodeURIComponent(`"${title}"`)}`;
}

function Neighbours({ publication }: { publication: Publication }) {
  const publications = readPublications();
  const at = publications.indexOf(publication);
  const [previous, next] = [publications[at - 1], publications[at + 1]];
  return (
    <nav className="neighbours" aria-label="Neighbouring publications">
      {previous === undefined ? null : (
        <p>
          <span className="label">Previous</span>{" "}
          <a href={workAddress(previous.id)} rel="prev">
            {previous.title}
          </a>
        </p>
      )}
      {next === undefined ? null : (
        <p>
          <span className="label">Next</span>{" "}
          <a href={workAddress(next.id)} rel="next">
            {next.title}
          </a>
        </p>
      )}
    </nav>
  );
}

export default async function PublicationPage({ params }: PageProps) {
  const { id } = await params;
  const cv = readRecord();
  const { name, updated } = composeHeader(cv);
  const publication = find(id);
  const work = cv.publications.find((candidate) => candidate.id === id);
  const links = publication.appearances.filter((appearance) => appearance.links.length > 0);
  const legend = equalContributionLegend(cv.publications.filter((work) => work.id === id));
  return (
    <Frame name={name} current="/publications/" updated={updated}>
      {work === undefined ? null : <StructuredData data={describeWork(cv, work, siteAddress())} />}
      <StructuredData
        data={describeWay(siteAddress(), [
          { name, path: "/" },
          { name: "Publications", path: "/publications/" },
          { name: publication.title, path: workAddress(id) },
        ])}
      />
      <article>
        <p className="kind">
          <Spans spans={publication.venue} linked={false} /> <span aria-hidden="true">·</span> {publication.kindName}
        </p>
        <h1 className="display paper">{publication.title}</h1>
        <p className="authors">
          <Spans spans={publication.authors} linked={false} />
        </p>
        {legend.length === 0 ? null : (
          <p className="label">
            <Spans spans={legend} />
          </p>
        )}
        <Row label="Appeared">
          <ul className="plain">
            {publication.appearances.map((appearance, index) => (
              <li key={index}>
                <Spans spans={appearance.full} />
                <span className="label block">{appearance.kindName}</span>
              </li>
            ))}
          </ul>
          {links.length > 0 ? null : (
            <p className="label">
              <a href={scholarSearch(publication.title)}>Search Google Scholar for this title</a>
            </p>
          )}
        </Row>
        {publication.abstract === undefined ? null : (
          <Row label="Abstract">
            {publication.abstract
              .split("\n")
              .filter(Boolean)
              .map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
          </Row>
        )}
        {publication.topics.length === 0 ? null : (
          <Row label="Topics">
            <p>{publication.topics.join(", ")}</p>
          </Row>
        )}
        <Row label="Cite">
          <pre className="cite" tabIndex={0} aria-label="BibTeX entry">
            {toBibtex(cv, [id]).text.trim()}
          </pre>
          <p className="contacts">
            {Object.entries(FORMATS).map(([format, { name: formatName }]) => (
              <a key={format} href={`${workAddress(id)}cite.${format}`} download={`${id}.${format}`}>
                {formatName}
              </a>
            ))}
          </p>
        </Row>
      </article>
      <Row label={`Number ${publication.number}`}>
        <Neighbours publication={publication} />
      </Row>
    </Frame>
  );
}
