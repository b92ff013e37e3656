import { composeSchemaReference } from "@triptych/view";
import type { Metadata } from "next";
import { SCHEMA_ADDRESS } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { DefinitionRow } from "../../components/definition-row.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: `The schema of the record, ${name}`,
    description: "What a Triptych record may hold: every entry, every key and what it means.",
    path: SCHEMA_ADDRESS,
  });
}

export default function SchemaPage() {
  const { version, definitions } = composeSchemaReference();
  return (
    <Frame current={SCHEMA_ADDRESS}>
      <h1 className="display">The schema of the record</h1>
      <div className="lead">
        <p>
          Version {version}. A record is one or more YAML files; together they hold the keys below,
          each key in one of them. Keys that are not required may be left out, and keys that are not
          listed are faults. The same as <a href="/cv.schema.json">JSON Schema</a>, for editors and
          programs.
        </p>
        <nav className="contents definition-index" aria-label="Definitions">
          <ul>
            {definitions.map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {definitions.map((definition) => (
        <DefinitionRow key={definition.id} definition={definition} />
      ))}
    </Frame>
  );
}
