import type { Cv } from "@triptych/schema";
import { composeHeader } from "@triptych/view";
import { Sentence } from "../mail/templates/sentence.tsx";
import { RETENTION } from "../subscribers/privacy/retention.ts";
import { STORED_DATA, type StoredTable, TOOL_TABLES } from "../subscribers/privacy/stored-data.ts";
import { renderPage, Row } from "./page/page.tsx";
import { language } from "../words.ts";

const words = language.service.privacy;

function Stored({ table: { purpose, columns, kept, table } }: { table: StoredTable }) {
  return (
    <div className="stored">
      <h3>{purpose}</h3>
      <p>{words.holds({ columns: Object.values(columns) })}</p>
      <p className="label">{words.kept({ kept, table })}</p>
    </div>
  );
}

/** What the service stores, made from the list that a test compares with the real tables. */
export function privacyPage(cv: Cv): string {
  const { name, contacts } = composeHeader(cv, language);
  const [contact] = contacts;
  const listed = (isPersonal: boolean) =>
    STORED_DATA.filter((table) => table.isPersonal === isPersonal).map((table) => (
      <Stored key={table.table} table={table} />
    ));
  return renderPage({
    name,
    title: words.title,
    children: (
      <>
        <Row label={words.short.label}>
          <p>{words.short.needs}</p>
          <p>{words.short.forgets(RETENTION)}</p>
        </Row>
        <Row label={words.who.label}>
          <p>
            <Sentence
              phrase={words.who.lead({ name, contact: contact?.span.text })}
              to={{ contact: contact?.span.href ?? "" }}
            />
          </p>
        </Row>
        <Row label={words.rights.label}>
          <p>
            <Sentence phrase={words.rights.lead} to={{ ask: "/digest/manage" }} />
          </p>
        </Row>
        <Row label={words.personal}>{listed(true)}</Row>
        <Row label={words.impersonal}>
          {listed(false)}
          {TOOL_TABLES.map(({ purpose }) => (
            <p key={purpose}>{purpose}</p>
          ))}
        </Row>
        <Row label={words.absent.label}>
          <p>{words.absent.networks(RETENTION)}</p>
          <p>{words.absent.keyedHash}</p>
        </Row>
      </>
    ),
  });
}
