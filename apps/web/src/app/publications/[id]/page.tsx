import { citeWork, describeWork, toBibtex } from "@triptych/exchange";
import { formatCitations } from "@triptych/exchange/citation-style";
import { type Cv, listMakers, printedForm, type Work } from "@triptych/schema";
import { equalContributionLegend, type Publication } from "@triptych/view";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { workAddress } from "../../../addresses.ts";
import { workParams } from "../../../bibliography.ts";
import { Authors } from "../../../components/work/authors.tsx";
import { CitationBlock } from "../../../components/work/citation-block.tsx";
import { Frame } from "../../../components/frame/frame.tsx";
import { Neighbours } from "../../../components/work/neighbours.tsx";
import { Row } from "../../../components/row.tsx";
import { Spans } from "../../../components/spans.tsx";
import { StructuredData } from "../../../components/structured-data.tsx";
import { Abstract, Appearances, Links } from "../../../components/work/work-facts.tsx";
import { highwireTags } from "../../../metadata/highwire.ts";
import { describeWay } from "../../../metadata/json-ld.ts";
import { describeInBrief, pageMetadata } from "../../../metadata/page-metadata.ts";
import {
  findPublication,
  readPublications,
  readRecord,
  readRelated,
  siteAddress,
} from "../../../record.ts";
import { language, words } from "../../../words.ts";

interface PageProps {
  params: Promise<{ id: string }>;
}

/** From so many authors on, their names stand in smaller type. */
const MANY_AUTHORS = 25;

const RELATED_COUNT = 5;

export const dynamicParams = false;

export const generateStaticParams = workParams;

interface Found {
  cv: Cv;
  work: Work;
  publication: Publication;
}

function find(id: string): Found {
  return { cv: readRecord(), ...(findPublication(id) ?? notFound()) };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params;
  const { cv, work, publication } = find(id);
  const { title } = publication;
  return {
    ...pageMetadata({
      title,
      description: describeInBrief(publication),
      path: workAddress(id),
      files: `${workAddress(id)}cite`,
    }),
    other: highwireTags(cv, work),
  };
}

/** What readers of structured data find in the page's own elements: microformats2 h-cite. */
function Citeable({ cv, work }: { cv: Cv; work: Work }) {
  const cited = citeWork(cv, work);
  const date = cited?.appearance.date;
  const { role, authors } = listMakers(work);
  return (
    <>
      <data className="u-url" value={`${siteAddress()}${workAddress(work.id)}`} />
      {date === undefined ? null : <data className="dt-published" value={date} />}
      {cited?.appearedIn === undefined ? null : (
        <data className="p-publication" value={cited.appearedIn} />
      )}
      {/* Of a translation the page's line of names is that of the translators. */}
      {role === "translator"
        ? authors.map((author) => (
            <data key={printedForm(author)} className="p-author" value={printedForm(author)} />
          ))
        : null}
    </>
  );
}

function Related({ publications }: { publications: readonly Publication[] }) {
  return (
    <Row label={words.work.related}>
      <ul className="plain related">
        {publications.map(({ id, title, venue }) => (
          <li key={id}>
            <a href={workAddress(id)}>{title}</a>
            <span className="label block">
              <Spans spans={venue} linked={false} />
            </span>
          </li>
        ))}
      </ul>
    </Row>
  );
}

/** What the work is, by whom and where, and how to cite it. */
function Article({ cv, work, publication }: Found) {
  const { id, title, venue, appearances, authors, abstract, topics } = publication;
  const legend = equalContributionLegend([work], language);
  return (
    <article className="h-cite">
      <Citeable cv={cv} work={work} />
      <p className="kind">
        <Spans spans={venue} linked={false} />
        {/* Of several appearances each says its kind below. */}
        {appearances.length > 1 ? null : (
          <>
            {" "}
            <span aria-hidden="true">·</span> {publication.kindName}
          </>
        )}
      </p>
      <h1 className="display paper p-name">{title}</h1>
      <p className={publication.authorCount < MANY_AUTHORS ? "authors" : "authors many"}>
        <Authors spans={authors} wrote={listMakers(work).role === "author"} />
      </p>
      {legend.length === 0 ? null : (
        <p className="label legend">
          <Spans spans={legend} />
        </p>
      )}
      <Appearances appearances={appearances} />
      <Links title={title} appearances={appearances} />
      {abstract === undefined ? null : <Abstract text={abstract} />}
      {topics.length === 0 ? null : (
        <Row label={words.work.topics}>
          <p>{topics.flatMap((topic, index) => (index === 0 ? [topic] : [", ", topic]))}</p>
        </Row>
      )}
      <Row label={words.work.cite}>
        <CitationBlock
          id={id}
          citations={formatCitations(cv, [id]).get(id) ?? []}
          bibtex={toBibtex(cv, [id]).text.trim()}
        />
      </Row>
    </article>
  );
}

export default async function PublicationPage({ params }: PageProps) {
  const { id } = await params;
  const found = find(id);
  const { cv, work, publication } = found;
  const publications = readPublications();
  const at = publications.indexOf(publication);
  const related = readRelated()(id, RELATED_COUNT);
  return (
    <Frame current={workAddress(id)} within="/publications/">
      <StructuredData data={describeWork(cv, work, siteAddress())} />
      <StructuredData
        data={describeWay(siteAddress(), [
          { name: cv.profile.name, path: "/" },
          { name: words.pages.publications, path: "/publications/" },
          { name: publication.title, path: workAddress(id) },
        ])}
      />
      <Article {...found} />
      {related.length === 0 ? null : <Related publications={related} />}
      <Row label={words.work.number(publication)} className="order">
        <Neighbours previous={publications[at - 1]} next={publications[at + 1]} />
      </Row>
    </Frame>
  );
}
