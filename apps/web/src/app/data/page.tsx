import type { Metadata } from "next";
import { DATA_ADDRESS, SCHEMA_ADDRESS } from "../../addresses.ts";
import { FORMATS } from "../../bibliography.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { Row } from "../../components/row.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { listPdfFiles, type PageLink } from "../../pages.ts";
import { readRecord } from "../../record.ts";
import { words } from "../../words.ts";

const { data, pages } = words;

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: words.pageTitle({ page: pages.data, name }),
    description: data.description({ name }),
    path: DATA_ADDRESS,
  });
}

function FileRow({ label, files }: { label: string; files: readonly PageLink[] }) {
  return (
    <Row label={label}>
      <ul className="files">
        {files.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Row>
  );
}

/** Every file the site hands out, in one place. */
export default function Data() {
  const record = [
    { href: "/cv.json", text: data.json },
    { href: "/resume.json", text: data.jsonResume },
    { href: "/llms.txt", text: data.llms },
    { href: "/cv.schema.json", text: data.schema },
    { href: SCHEMA_ADDRESS, text: data.schemaExplained },
  ];
  const works = Object.entries(FORMATS).map(([format, { name }]) => ({
    href: `/publications.${format}`,
    text: name,
  }));
  const feeds = [
    { href: "/feed.xml", text: data.atom },
    { href: "/feed.json", text: data.jsonFeed },
  ];
  return (
    <Frame current={DATA_ADDRESS}>
      <h1 className="display">{pages.data}</h1>
      <FileRow label={data.pdfs} files={listPdfFiles()} />
      <FileRow label={pages.publications} files={works} />
      <FileRow label={data.feeds} files={feeds} />
      <FileRow label={data.record} files={record} />
    </Frame>
  );
}
