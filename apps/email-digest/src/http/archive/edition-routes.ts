import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { Addresses } from "../../addresses/page-addresses.ts";
import { isOfOwner, listArchive, listNewest } from "../../editions/archive.ts";
import { findStoredLetter, type StoredLetter } from "../../editions/stored-letter.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../mail/letter.ts";
import type { WebService } from "../../service.ts";
import { LETTER_POLICY } from "../page/letter-policy.ts";
import { renderArchive, renderMissingEdition } from "./archive-page.tsx";
import { composeEditionFeed } from "./edition-feed.ts";

/** Editions in the feed. */
const FED = 20;

/** The number in an address; undefined for what no edition can have. */
function readNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/**
 * A letter as anybody may see it: the address for leaving belongs to nobody and leads to the page
 * about subscriptions.
 */
export function asShown(letter: string, { askToManage }: Addresses): string {
  return letter.replaceAll(UNSUBSCRIBE_PLACEHOLDER, askToManage);
}

/** The archive: every edition as it was sent. */
export function editionRoutes({ db, name, addresses }: WebService): Hono {
  const routes = new Hono();
  // Feed readers ask every hour for what changes every month.
  routes.use(etag());

  routes.get("/", async (context) => context.html(renderArchive(name, await listArchive(db))));

  /**
   * The newest edition under an address that stays the same; the archive says so where there is
   * none.
   */
  routes.get("/latest", async (context) => {
    const [newest] = await listNewest(db, 1);
    return context.redirect(
      newest === undefined ? "/digest/editions" : `/digest/editions/${newest.number}`,
      302,
    );
  });

  routes.get("/feed.xml", async (context) => {
    const newest = await listNewest(db, FED);
    const editions = newest.map((edition) => ({
      ...edition,
      html: asShown(edition.html, addresses),
    }));
    context.header("Content-Type", "application/atom+xml; charset=utf-8");
    context.header("Cache-Control", "public, max-age=300");
    return context.body(composeEditionFeed({ name, base: addresses.base, editions }));
  });

  const missing = (context: Context) => context.html(renderMissingEdition(name), 404);
  const find = async (number: string, tailored: string | null) => {
    const edition = readNumber(number);
    if (edition === undefined || !(await isOfOwner(db, edition))) return undefined;
    return findStoredLetter(db, edition, tailored);
  };
  const show = (context: Context, letter: StoredLetter | undefined) => {
    if (letter === undefined) return missing(context);
    context.header("Content-Security-Policy", LETTER_POLICY);
    context.header("ETag", `"${letter.hash}"`);
    return context.html(asShown(letter.html, addresses));
  };

  routes.get("/:number", async (context) =>
    show(context, await find(context.req.param("number"), null)),
  );

  routes.get("/:number/text", async (context) => {
    const letter = await find(context.req.param("number"), null);
    return letter === undefined ? missing(context) : context.text(asShown(letter.text, addresses));
  });

  /** What subscribers of chosen topics or a slower rhythm got. */
  routes.get("/:number/:tailored{[0-9a-f]{16}}", async (context) =>
    show(context, await find(context.req.param("number"), context.req.param("tailored"))),
  );

  return routes;
}
