import type { Metadata } from "next";
import { SCHEMA_ADDRESS } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { Row } from "../../components/row.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: `Colophon, ${name}`,
    description: `How the site of ${name} is made, and what it does not do.`,
    path: "/colophon/",
  });
}

export default function Colophon() {
  const { name } = readRecord().profile;
  return (
    <Frame current="/colophon/">
      <h1 className="display">Colophon</h1>
      <Row label="Nobody watches">
        <p>
          These pages set no cookies, count no visits and load nothing from other sites. If you
          choose light or dark, your own browser keeps that choice; it is sent to nobody.
        </p>
        <p>
          An e-mail address is kept only if you give it in the form that{" "}
          <a href="/digest/">signs you up</a>, and only to send you what you asked for.
        </p>
      </Row>
      <Row label="Where it comes from">
        <p>
          Everything about {name} comes from one record. These pages, the <a href="/cv.pdf">PDF</a>{" "}
          and the mails are made from it, so that they say the same. The record itself is{" "}
          <a href="/cv.json">here as JSON</a>, and{" "}
          <a href={SCHEMA_ADDRESS}>its schema is explained</a>.
        </p>
        <p>
          The numbers of works are counted. Figures such as citations are quoted, with their source
          and day. Nothing is guessed: what the record does not date has no date here.
        </p>
      </Row>
      <Row label="How it is made">
        <p>
          Triptych reads the record. Next.js lays out each page once; a last step then removes the
          framework’s scripts, so that plain files remain. Everything can be read without
          JavaScript.
        </p>
      </Row>
      <Row label="Type">
        <p>
          The text is set in Source Serif 4, © Adobe, under the{" "}
          <a href="https://openfontlicense.org/open-font-license-official-text/">
            SIL Open Font License 1.1
          </a>
          . Labels use the sans your system has. Light and dark follow your system until you choose
          one at the foot of a page.
        </p>
        <p>
          Formatted citations follow styles of the{" "}
          <a href="https://citationstyles.org/">Citation Style Language</a> project, under{" "}
          <a href="https://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</a>.
        </p>
      </Row>
    </Frame>
  );
}
