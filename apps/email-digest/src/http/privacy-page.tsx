import type { Cv } from "@triptych/schema";
import { composeHeader } from "@triptych/view";
import { RETENTION } from "../subscribers/privacy/retention.ts";
import { STORED_DATA, type StoredTable, TOOL_TABLES } from "../subscribers/privacy/stored-data.ts";
import { renderPage, Row } from "./page/page.tsx";

function Stored({ table }: { table: StoredTable }) {
  return (
    <div className="stored">
      <h3>{table.purpose}</h3>
      <p>{`Holds ${Object.values(table.columns).join("; ")}.`}</p>
      <p className="label">{`Kept: ${table.kept} Table ${table.table}.`}</p>
    </div>
  );
}

/** What the service stores, made from the list that a test compares with the real tables. */
export function privacyPage(cv: Cv): string {
  const { name, contacts } = composeHeader(cv);
  const [contact] = contacts;
  return renderPage({
    name,
    title: "Privacy",
    children: (
      <>
        <Row label="In short">
          <p>
            The digest needs your e-mail address and your consent, and stores little more. It sets
            no cookies. Its mails hold no pixel and no counted link, so nobody can see whether you
            read them.
          </p>
          <p>
            An address that is not confirmed is forgotten after {RETENTION.unconfirmed} days. After
            you leave, yours is forgotten after {RETENTION.ended} days, or at once if you ask.
          </p>
        </Row>
        <Row label="Who">
          <p>
            The digest is sent by {name}
            {contact === undefined ? null : (
              <>
                , <a href={contact.span.href}>{contact.span.text}</a>
              </>
            )}
            .
          </p>
        </Row>
        <Row label="What you can do">
          <p>
            <a href="/digest/manage">Ask for the link to your subscription.</a> It leads to
            everything that is stored about you, as a file; to what you get and how often; and to
            the button that erases all of it. Each mail has a link that ends the subscription at
            once.
          </p>
        </Row>
        <Row label="About you">
          {STORED_DATA.filter(({ isPersonal }) => isPersonal).map((table) => (
            <Stored key={table.table} table={table} />
          ))}
        </Row>
        <Row label="About the digest">
          {STORED_DATA.filter(({ isPersonal }) => !isPersonal).map((table) => (
            <Stored key={table.table} table={table} />
          ))}
          {TOOL_TABLES.map(({ purpose }) => (
            <p key={purpose}>{purpose}</p>
          ))}
        </Row>
        <Row label="Not stored">
          <p>
            Network addresses: a form leaves a keyed hash of a whole network, for {RETENTION.limits}{" "}
            days. What you read, open or click. Logs name the page that was asked for and how long
            it took; no e-mail address, no network address and no link of yours.
          </p>
          <p>
            A keyed hash is a number made from a text and a secret: it shows that two texts are the
            same, and neither text can be read from it.
          </p>
        </Row>
      </>
    ),
  });
}
