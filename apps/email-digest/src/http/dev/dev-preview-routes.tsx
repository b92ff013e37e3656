import { composeEdition, milestonesBefore } from "@triptych/view";
import { Hono } from "hono";
import { type WebService } from "../../service.ts";
import { MAIL_POLICY } from "../archive/edition-routes.tsx";
import { renderPage, Row } from "../page/page.tsx";
import { renderEdition } from "../../editions/render-edition.ts";
import { readAnnounced } from "../../editions/announcements.ts";

/**
 * The next edition as it would go out, made anew at every look; `?since=2024` shows one that never
 * was. Only beside /dev/mail.
 */
export function devPreviewRoutes(service: WebService): Hono {
  const routes = new Hono();

  routes.get("/", async (context) => {
    const since = context.req.query("since");
    const cv = await service.readCv();
    const announced =
      since !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(since)
        ? milestonesBefore(cv, `${since}-01-01`.slice(0, 10))
        : await readAnnounced(service.db);
    const edition = composeEdition(cv, announced);
    if (edition === undefined) {
      const example = (
        <Row label="Nothing new">
          <p>
            No mail would be sent.{" "}
            <a href="/dev/preview?since=2024">One for everything since 2024</a>
          </p>
        </Row>
      );
      return context.html(
        renderPage({ name: service.name, title: "The next mail", children: example }),
      );
    }
    const mail = await renderEdition(cv, edition, 0, service.addresses);
    context.header("Content-Security-Policy", MAIL_POLICY);
    return context.html(mail.html);
  });

  return routes;
}
