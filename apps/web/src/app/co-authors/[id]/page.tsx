import { type Coauthor, filePublications } from "@triptych/view";
import type { Metadata } from "next";
import { coauthorAddress } from "../../../addresses.ts";
import { coauthorParams } from "../../../coauthors.ts";
import { Frame } from "../../../components/frame/frame.tsx";
import { PublicationItem } from "../../../components/work/publication-item.tsx";
import { Row } from "../../../components/row.tsx";
import { pageMetadata } from "../../../metadata/page-metadata.ts";
import { findCoauthor, readCompany, readRecord } from "../../../record.ts";
import { words } from "../../../words.ts";

interface PageProps {
  params: Promise<{ id: string }>;
}

export const dynamicParams = false;

export const generateStaticParams = coauthorParams;

/** `3 papers with Exemplia Testwell, 2019 to 2024.` */
const leadOf = ({ countText, yearsText }: Coauthor, name: string) =>
  words.coauthor.lead({ count: countText, name, years: yearsText });

/** The page that stands where a record has no co-authors is not for search engines. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params;
  const { name } = readRecord().profile;
  const coauthor = findCoauthor(id);
  if (coauthor === undefined)
    return {
      title: words.pageTitle({ page: words.coauthor.none, name }),
      robots: { index: false },
    };
  return pageMetadata({
    title: words.coauthor.title({ coauthor: coauthor.name, name }),
    description: words.coauthor.description({
      coauthor: coauthor.name,
      lead: leadOf(coauthor, name),
    }),
    path: coauthorAddress(id),
  });
}

export default async function CoauthorPage({ params }: PageProps) {
  const { id } = await params;
  const { name } = readRecord().profile;
  const coauthor = findCoauthor(id);
  if (coauthor === undefined) {
    return (
      <Frame current={coauthorAddress(id)} within="/co-authors/">
        <h1 className="display">{words.coauthor.none}</h1>
        <p className="lead">{words.coauthor.noneNamed}</p>
      </Frame>
    );
  }
  const company = readCompany()(coauthor);
  return (
    <Frame current={coauthorAddress(id)} within="/co-authors/">
      <p className="kind back">
        <a href="/co-authors/">{words.coauthor.all}</a>
      </p>
      <h1 className="display paper">{coauthor.name}</h1>
      <p className="lead">{leadOf(coauthor, name)}</p>
      {coauthor.links.length === 0 ? null : (
        <p className="lead contacts">
          {coauthor.links.map(({ text, href }) => (
            <a key={text} href={href}>
              {text}
            </a>
          ))}
        </p>
      )}
      {filePublications(coauthor.publications).map(({ label, publications }) => (
        <Row key={label} label={label} className="year">
          <ol className="works">
            {publications.map((publication) => (
              <PublicationItem key={publication.id} publication={publication} />
            ))}
          </ol>
        </Row>
      ))}
      {company.length === 0 ? null : (
        <Row label={words.coauthor.company}>
          <ul className="coauthors">
            {company.map((companion) => (
              <li key={companion.id}>
                <a href={coauthorAddress(companion.id)}>{companion.name}</a>{" "}
                <span className="label">{companion.countText}</span>
              </li>
            ))}
          </ul>
        </Row>
      )}
    </Frame>
  );
}
