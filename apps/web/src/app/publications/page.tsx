import { composeHeader, equalContributionLegend, filePublications } from "@triptych/view";
import type { Metadata } from "next";
import { Frame } from "../../components/frame.tsx";
import { PublicationItem } from "../../components/publication-item.tsx";
import { Row } from "../../components/row.tsx";
import { Spans } from "../../components/spans.tsx";
import { filingId } from "../../addresses.ts";
import { FORMATS } from "../../bibliography.ts";
import { pageMetadata } from "../../page-metadata.ts";
import { readPublications, readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  const count = readPublications().length;
  return pageMetadata({
    title: `Publications, ${name}`,
    description: `All ${count} publications by ${name}, by year, with authors, venues and honours.`,
    path: "/publications/",
    files: "/publications",
  });
}

export default function Publications() {
  const cv = readRecord();
  const { name, updated } = composeHeader(cv);
  const publications = readPublications();
  const legend = equalContributionLegend(cv.publications);
  return (
    <Frame name={name} current="/publications/" updated={updated}>
      <h1 className="display">Publications</h1>
      <p className="lead">
        {publications.length === 0 ? (
          "Nothing is listed yet."
        ) : (
          <>
            {publications.length} in all, numbered as in the <a href="/cv/#publications">CV</a>.
          </>
        )}
        {legend.length === 0 ? null : (
          <>
            {" "}
            <Spans spans={legend} />.
          </>
        )}
      </p>
      <p className="lead contacts">
        {Object.entries(FORMATS).map(([format, { name: formatName }]) => (
          <a key={format} href={`/publications.${format}`} download>
            All as {formatName}
          </a>
        ))}
      </p>
      {filePublications(publications).map(({ label, publications: filed }) => (
        <Row key={label} id={filingId(label)} label={label} className="year">
          <ol className="works">
            {filed.map((publication) => (
              <PublicationItem key={publication.id} publication={publication} numbered />
            ))}
          </ol>
        </Row>
      ))}
    </Frame>
  );
}
