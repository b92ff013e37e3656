import { Hono } from "hono";
import { UNSUBSCRIBE_PLACEHOLDER } from "../addresses.ts";
import type { WebService } from "../service.ts";
import { renderPage } from "./page.tsx";

/** Mail HTML needs its inline styles; it may load and do nothing. */
export const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The archive: every edition as it was sent. */
export function editionRoutes({ db, name }: WebService): Hono {
  const routes = new Hono();

  routes.get("/", async (context) => {
    const editions = await db.selectFrom("editions").select(["number", "subject", "summary", "created_at"]).orderBy("number", "desc").execute();
    const list = editions.map((edition) => (
      <li key={edition.number}>
        <a href={`/digest/editions/${edition.number}`}>{edition.subject}</a>{" "}
        <small>
          {edition.created_at.toISOString().slice(0, 10)}, {edition.summary}
        </small>
      </li>
    ));
    return context.html(
      renderPage({
        name,
        title: "Editions",
        children: editions.length === 0 ? <p>Nothing has been sent yet. The first edition comes when there is new work.</p> : <ol>{list}</ol>,
      }),
    );
  });

  /** The newest edition under an address that stays the same; the archive says so where there is none. */
  routes.get("/latest", async (context) => {
    const newest = await db.selectFrom("editions").select("number").orderBy("number", "desc").limit(1).executeTakeFirst();
    return context.redirect(newest === undefined ? "/digest/editions" : `/digest/editions/${newest.number}`, 302);
  });

  routes.get("/:number", async (context) => {
    const number = Number(context.req.param("number"));
    const isNumber = Number.isInteger(number) && number > 0 && number < 2 ** 31;
    const edition = isNumber ? await db.selectFrom("editions").where("number", "=", number).select("html").executeTakeFirst() : undefined;
    if (edition === undefined)
      return context.html(
        renderPage({
          name,
          title: "There is no such edition",
          children: (
            <p>
              <a href="/digest/editions">All editions</a>
            </p>
          ),
        }),
        404,
      );
    context.header("Content-Security-Policy", MAIL_POLICY);
    return context.html(edition.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, "/digest/"));
  });

  return routes;
}
