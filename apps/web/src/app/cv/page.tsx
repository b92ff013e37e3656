import { composeDocument, type Entry, type Group, type Section } from "@triptych/view";
import type { Metadata } from "next";
import { Frame } from "../../components/frame.tsx";
import { Spans } from "../../components/spans.tsx";
import { pageMetadata } from "../../page-metadata.ts";
import { readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({ title: `Curriculum vitae, ${name}`, description: `The curriculum vitae of ${name}, complete, and as a PDF.`, path: "/cv/" });
}

function EntryRow({ entry }: { entry: Entry }) {
  return (
    <li className="entry" id={entry.id}>
      <div className="rail">{entry.rail}</div>
      <div className="column">
        {entry.number === undefined ? null : <span className="number">{entry.number}</span>}
        {entry.lines.map((line, index) => (
          <p key={index} className={line.role}>
            <Spans spans={line.spans} />
          </p>
        ))}
      </div>
    </li>
  );
}

function GroupBlock({ group }: { group: Group }) {
  return (
    <>
      {group.title === "" ? null : (
        <h3 className="group" id={group.id}>
          {group.title}
        </h3>
      )}
      <ol className="entries">
        {group.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function SectionBlock({ section }: { section: Section }) {
  return (
    <section className="section" id={section.id}>
      <h2>{section.title}</h2>
      {section.intro.map((line, index) => (
        <p key={index} className="intro">
          <Spans spans={line.spans} />
        </p>
      ))}
      {section.groups.map((group) => (
        <GroupBlock key={group.id} group={group} />
      ))}
    </section>
  );
}

export default function CvPage() {
  const { header, sections } = composeDocument(readRecord());
  return (
    <Frame name={header.name} current="/cv/" updated={header.updated}>
      <h1 className="display">Curriculum vitae</h1>
      <div className="lead">
        {header.roles.map((role) => (
          <p key={role}>{role}</p>
        ))}
        <p className="contacts">
          {header.contacts.map(({ span }) => (
            <a key={span.text} href={span.href}>
              {span.text}
            </a>
          ))}
          <a href="/cv.pdf">This CV as PDF</a>
        </p>
      </div>
      {sections.map((section) => (
        <SectionBlock key={section.id} section={section} />
      ))}
    </Frame>
  );
}
