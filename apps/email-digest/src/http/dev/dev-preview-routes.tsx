import { composeEdition, milestonesBefore } from "@triptych/view";
import { Hono } from "hono";
import { renderEdition } from "../../editions/render-edition.ts";
import type { WebService } from "../../service.ts";
import { LETTER_POLICY } from "../page/letter-policy.ts";
import { renderNote } from "../page/page.tsx";
import { language } from "../../words.ts";

const words = language.service.local;

/** A year in which most records have something new. */
const EXAMPLE = 2024;

/**
 * The next edition as it would go out, made anew at every look; `?since=2024` shows one that never
 * was. Only beside /dev/mail.
 */
export function devPreviewRoutes(service: WebService): Hono {
  const { name, addresses } = service;
  const routes = new Hono();

  const nothing = renderNote({
    name,
    title: words.nextMail,
    label: words.nothingNew,
    children: (
      <p>
        {words.noMail}{" "}
        <a href={`/dev/preview?since=${EXAMPLE}`}>{words.since({ year: EXAMPLE })}</a>
      </p>
    ),
  });

  routes.get("/", async (context) => {
    const since = context.req.query("since");
    const cv = await service.readCv();
    const leftOut =
      since !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(since)
        ? milestonesBefore(cv, `${since}-01-01`.slice(0, 10))
        : (await service.readLeftOut(cv)).keys;
    const edition = composeEdition(cv, language, leftOut);
    if (edition === undefined) return context.html(nothing);
    const letter = await renderEdition(cv, edition, 0, addresses);
    context.header("Content-Security-Policy", LETTER_POLICY);
    return context.html(letter.html);
  });

  return routes;
}
