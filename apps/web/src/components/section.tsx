import type { Entry, Group, Section } from "@triptych/view";
import { Spans } from "./spans.tsx";

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

/** A section as the CV shows it; the pages of sections show the same. */
export function SectionBlock({ section }: { section: Section }) {
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
