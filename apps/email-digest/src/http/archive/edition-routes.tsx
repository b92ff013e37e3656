import { formatDate } from "@triptych/view";
import { en } from "@triptych/words";
import { words } from "../../words.ts";
import { type Context, Hono } from "hono";
import type { WebService } from "../../service.ts";
import { composeEditionFeed } from "./edition-feed.ts";
import { renderPage, Row } from "../page/page.tsx";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../mail/letter.ts";

/** Mail HTML needs its inline styles; it may load and do nothing. */
export const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Editions in the feed. */
const FED = 20;

const dayOf = (date: Date) => formatDate(date.toISOString().slice(0, 10), words, en, en);

/** The number in an address; undefined for what no edition can have. */
function readNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** The archive: every edition as it was sent. */
export function editionRoutes({ db, name, addresses, now }: WebService): Hono {
  const routes = new Hono();
  /**
   * Everywhere the address for leaving belongs to nobody: it leads to the page about subscriptions.
   */
  const asShown = (text: string) => text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, addresses.askToManage);

  routes.get("/", async (context) => {
    const editions = await db
      .selectFrom("editions")
      .select(["number", "subject", "summary", "created_at"])
      .orderBy("number", "desc")
      .execute();
    const list = editions.map((edition) => (
      <li key={edition.number}>
        <a href={`/digest/editions/${edition.number}`}>{edition.subject}</a>
        <p className="label">
          {`${dayOf(edition.created_at)} · ${edition.summary} · `}
          <a
            href={`/digest/editions/${edition.number}/text`}
            aria-label={`Edition ${edition.number} as text`}
          >
            as text
          </a>
        </p>
      </li>
    ));
    return context.html(
      renderPage({
        name,
        title: "Editions",
        children: (
          <>
            <Row label="As sent">
              {editions.length === 0 ? (
                <p>Nothing has been sent yet. The first edition comes when there is new work.</p>
              ) : (
                <ol>{list}</ol>
              )}
            </Row>
            <Row label="Next">
              <p>
                <a href="/digest/next">What the next one holds so far</a>
              </p>
            </Row>
            <Row label="Follow">
              <p>
                <a href="/digest/">By e-mail</a>, or{" "}
                <a href="/digest/editions/feed.xml">the editions as an Atom feed</a>.
              </p>
            </Row>
          </>
        ),
      }),
    );
  });

  /**
   * The newest edition under an address that stays the same; the archive says so where there is
   * none.
   */
  routes.get("/latest", async (context) => {
    const newest = await db
      .selectFrom("editions")
      .select("number")
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    return context.redirect(
      newest === undefined ? "/digest/editions" : `/digest/editions/${newest.number}`,
      302,
    );
  });

  routes.get("/feed.xml", async (context) => {
    const rows = await db
      .selectFrom("editions")
      .select(["number", "subject", "summary", "html", "created_at as createdAt"])
      .orderBy("number", "desc")
      .limit(FED)
      .execute();
    const editions = rows.map((row) => ({ ...row, html: asShown(row.html) }));
    context.header("Content-Type", "application/atom+xml; charset=utf-8");
    context.header("Cache-Control", "public, max-age=300");
    return context.body(composeEditionFeed({ name, base: addresses.base, editions, now: now() }));
  });

  const missing = (context: Context) =>
    context.html(
      renderPage({
        name,
        title: "There is no such edition",
        children: (
          <Row label="What to do">
            <p>
              <a href="/digest/editions">All editions</a>
            </p>
          </Row>
        ),
      }),
      404,
    );

  const showMail = (context: Context, mail: { html: string; hash: string } | undefined) => {
    if (mail === undefined) return missing(context);
    context.header("Content-Security-Policy", MAIL_POLICY);
    context.header("ETag", `"${mail.hash}"`);
    return context.html(asShown(mail.html));
  };

  routes.get("/:number", async (context) => {
    const number = readNumber(context.req.param("number"));
    const edition =
      number === undefined
        ? undefined
        : await db
            .selectFrom("editions")
            .where("number", "=", number)
            .select(["html", "hash"])
            .executeTakeFirst();
    return showMail(context, edition);
  });

  routes.get("/:number/text", async (context) => {
    const number = readNumber(context.req.param("number"));
    const edition =
      number === undefined
        ? undefined
        : await db
            .selectFrom("editions")
            .where("number", "=", number)
            .select(["text", "subject"])
            .executeTakeFirst();
    return edition === undefined ? missing(context) : context.text(asShown(edition.text));
  });

  /** What subscribers of chosen topics or a slower rhythm got. */
  routes.get("/:number/:variant{[0-9a-f]{16}}", async (context) => {
    const number = readNumber(context.req.param("number"));
    const key = context.req.param("variant");
    const variant =
      number === undefined
        ? undefined
        : await db
            .selectFrom("edition_variants")
            .where("edition", "=", number)
            .where("key", "=", key)
            .select(["html", "hash"])
            .executeTakeFirst();
    return showMail(context, variant);
  });

  return routes;
}
