import { composeEdition, digestOutlook, listTopics } from "@triptych/view";
import { Hono } from "hono";
import { nextMailDay } from "../../editions/next-mail-day.ts";
import { readSchedule } from "../../editions/schedule.ts";
import { type WebService } from "../../service.ts";
import { MAIL_POLICY } from "./edition-routes.tsx";
import { Outline } from "../page/outline.tsx";
import { renderPage, Row } from "../page/page.tsx";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../mail/letter.ts";
import { renderEdition } from "../../editions/render-edition.ts";
import { readAnnounced } from "../../editions/announcements.ts";

/**
 * What the next edition holds so far, by the function that will make it; with `?topic=`, for
 * subscribers of these topics.
 */
export function nextRoutes(service: WebService): Hono {
  const { db, name, addresses, now } = service;
  const routes = new Hono();

  const compose = async (asked: readonly string[]) => {
    const cv = await service.readCv();
    const topics = listTopics(cv).filter(({ name: topic }) => asked.includes(topic));
    const edition = composeEdition(
      cv,
      await readAnnounced(db),
      topics.length === 0 ? undefined : topics.map(({ name: topic }) => topic),
    );
    return { cv, topics, edition };
  };

  routes.get("/", async (context) => {
    const { cv, topics, edition } = await compose(context.req.queries("topic") ?? []);
    const query = topics.map(({ name: topic }) => `topic=${encodeURIComponent(topic)}`).join("&");
    const all = listTopics(cv);
    return context.html(
      renderPage({
        name,
        title: "The next edition",
        children: (
          <>
            <Row label={topics.length === 0 ? "So far" : "So far, by topic"}>
              <p>{digestOutlook(nextMailDay(readSchedule(cv.settings), "every", now(), now()))}</p>
              {edition === undefined ? (
                <p>There is nothing new yet.</p>
              ) : (
                <>
                  <Outline edition={edition} href={addresses.work} />
                  <p>
                    <a href={`/digest/next/mail${query === "" ? "" : `?${query}`}`}>
                      The mail as it would be sent
                    </a>
                  </p>
                </>
              )}
            </Row>
            {all.length === 0 ? null : (
              <Row label="By topic">
                <ul>
                  {all.map(({ name: topic }) => (
                    <li key={topic}>
                      <a href={`/digest/next?topic=${encodeURIComponent(topic)}`}>{topic}</a>
                    </li>
                  ))}
                </ul>
              </Row>
            )}
          </>
        ),
      }),
    );
  });

  routes.get("/mail", async (context) => {
    const { cv, edition } = await compose(context.req.queries("topic") ?? []);
    if (edition === undefined) return context.redirect("/digest/next", 302);
    const newest = await db
      .selectFrom("editions")
      .select("number")
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    const mail = await renderEdition(cv, edition, (newest?.number ?? 0) + 1, addresses);
    context.header("Content-Security-Policy", MAIL_POLICY);
    return context.html(mail.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, addresses.askToManage));
  });

  return routes;
}
