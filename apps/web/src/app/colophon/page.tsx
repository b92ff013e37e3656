import type { Metadata } from "next";
import { SCHEMA_ADDRESS } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { Row } from "../../components/row.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { hasDigest, readRecord } from "../../record.ts";
import { words } from "../../words.ts";
import { Linked } from "../../components/linked.tsx";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: words.pageTitle({ page: words.pages.colophon, name }),
    description: words.colophon.description({ name }),
    path: "/colophon/",
  });
}

/** Where the phrases of the page lead. */
const LINKS = {
  digest: "/digest/",
  pdf: "/cv.pdf",
  json: "/cv.json",
  schema: SCHEMA_ADDRESS,
  openFont: "https://openfontlicense.org/open-font-license-official-text/",
  csl: "https://citationstyles.org/",
  creativeCommons: "https://creativecommons.org/licenses/by-sa/3.0/",
};

export default function Colophon() {
  const { name } = readRecord().profile;
  const { colophon } = words;
  return (
    <Frame current="/colophon/">
      <h1 className="display">{words.pages.colophon}</h1>
      <Row label={colophon.privacy}>
        <p>{colophon.noTracking}</p>
        {hasDigest() ? (
          <p>
            <Linked phrase={colophon.addresses} to={LINKS} />
          </p>
        ) : null}
      </Row>
      <Row label={colophon.origin}>
        <p>
          <Linked phrase={colophon.oneRecord({ name, hasMails: hasDigest() })} to={LINKS} />
        </p>
        <p>{colophon.figures}</p>
      </Row>
      <Row label={colophon.making}>
        <p>{colophon.plainFiles}</p>
      </Row>
      <Row label={colophon.type}>
        <p>
          <Linked phrase={colophon.fonts} to={LINKS} />
        </p>
        <p>
          <Linked phrase={colophon.styles} to={LINKS} />
        </p>
      </Row>
    </Frame>
  );
}
