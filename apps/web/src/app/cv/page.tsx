import { composeDocument } from "@triptych/view";
import type { Metadata } from "next";
import { Contacts } from "../../components/contacts.tsx";
import { Frame } from "../../components/frame/frame.tsx";
import { SectionBlock } from "../../components/section.tsx";
import { Spans } from "../../components/spans.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { listPdfFiles } from "../../pages.ts";
import { readRecord } from "../../record.ts";
import { language, words } from "../../words.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: words.pageTitle({ page: words.pages.cv, name }),
    description: words.cv.description({ name }),
    path: "/cv/",
  });
}

export default function CvPage() {
  const { header, sections } = composeDocument(readRecord(), language);
  return (
    <Frame current="/cv/">
      <h1 className="display">{words.pages.cv}</h1>
      <div className="lead">
        <p className="printed-name">{header.name}</p>
        {header.roles.map((role, index) => (
          <p key={index}>
            <Spans spans={role} />
          </p>
        ))}
        {header.place === undefined ? null : <p>{header.place}</p>}
        {header.summary === undefined ? null : <p className="summary">{header.summary}</p>}
        <Contacts contacts={header.contacts} />
        <ul className="contacts pdf-files" aria-label={words.cv.pdfFiles}>
          {listPdfFiles().map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{words.cv.pdf({ title: text })}</a>
            </li>
          ))}
        </ul>
        {sections.length < 2 ? null : (
          <nav className="contents" aria-label={words.cv.sections}>
            <ul>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      {sections.map((section) => (
        <SectionBlock key={section.id} section={section} />
      ))}
    </Frame>
  );
}
