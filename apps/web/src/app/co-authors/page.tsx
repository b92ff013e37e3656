import {
  type Coauthor,
  coauthorsLead,
  composeCoauthorGraph,
  composeYearTable,
  groupCoauthors,
} from "@triptych/view";
import type { Metadata } from "next";
import { coauthorAddress } from "../../addresses.ts";
import { CoauthorNetwork } from "../../components/chart/coauthor-network.tsx";
import { Frame } from "../../components/frame/frame.tsx";
import { Row } from "../../components/row.tsx";
import { YearChart } from "../../components/chart/year-chart.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readCoauthors, readPublications, readRecord } from "../../record.ts";
import { language, words } from "../../words.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: words.pageTitle({ page: words.pages.coauthors, name }),
    description: words.coauthors.description({
      name,
      lead: coauthorsLead(readCoauthors(), language),
    }),
    path: "/co-authors/",
  });
}

function Names({ coauthors }: { coauthors: readonly Coauthor[] }) {
  return (
    <ul className="coauthors">
      {coauthors.map(({ id, name, yearsText }) => (
        <li key={id}>
          <a href={coauthorAddress(id)}>{name}</a> <span className="label">{yearsText}</span>
        </li>
      ))}
    </ul>
  );
}

export default function Coauthors() {
  const coauthors = readCoauthors();
  const years = composeYearTable(readPublications(), language);
  return (
    <Frame current="/co-authors/">
      <h1 className="display">{words.pages.coauthors}</h1>
      <p className="lead">{coauthorsLead(coauthors, language)}</p>
      {coauthors.length === 0 ? null : (
        <Row label={words.coauthors.together}>
          <CoauthorNetwork graph={composeCoauthorGraph(coauthors, language)} />
        </Row>
      )}
      {years.rows.length === 0 ? null : (
        <Row label={years.title}>
          <YearChart table={years} />
        </Row>
      )}
      {groupCoauthors(coauthors).map((group) => (
        <Row key={group.label} label={group.label} className="tight">
          <Names coauthors={group.coauthors} />
        </Row>
      ))}
    </Frame>
  );
}
