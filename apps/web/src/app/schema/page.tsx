import { composeSchemaReference } from "@triptych/view";
import type { Metadata } from "next";
import { SCHEMA_ADDRESS } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { DefinitionRow } from "../../components/definition-row.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readRecord } from "../../record.ts";
import { language, words } from "../../words.ts";
import { Linked } from "../../components/linked.tsx";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({
    title: words.pageTitle({ page: words.pages.schema, name }),
    description: words.schema.description,
    path: SCHEMA_ADDRESS,
  });
}

export default function SchemaPage() {
  const { version, definitions } = composeSchemaReference(language);
  return (
    <Frame current={SCHEMA_ADDRESS}>
      <h1 className="display">{words.pages.schema}</h1>
      <div className="lead">
        <p>
          <Linked phrase={words.schema.lead({ version })} to={{ schema: "/cv.schema.json" }} />
        </p>
        <nav className="contents definition-index" aria-label={words.schema.definitions}>
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
