import type { Cv } from "@triptych/schema";
import { composeEdition, digestOutlook, type Edition, listTopics } from "@triptych/view";
import { Hono } from "hono";
import { findNewest } from "../../editions/archive.ts";
import { nextMailDay } from "../../editions/next-mail-day.ts";
import { renderEdition } from "../../editions/render-edition.ts";
import { readSchedule } from "../../editions/schedule.ts";
import type { WebService } from "../../service.ts";
import { LETTER_POLICY } from "../page/letter-policy.ts";
import { Outline } from "../page/outline.tsx";
import { renderPage, Row } from "../page/page.tsx";
import { asShown } from "./edition-routes.ts";
import { language } from "../../words.ts";

const words = language.service.next;

/** What the next edition holds so far; where topics are named, for subscribers of these. */
interface Next {
  cv: Cv;
  topics: string[];
  edition: Edition | undefined;
}

/** By the function that will make it. */
async function composeNext(
  { readCv, readLeftOut }: WebService,
  asked: readonly string[],
): Promise<Next> {
  const cv = await readCv();
  const topics = listTopics(cv).flatMap(({ name }) => (asked.includes(name) ? [name] : []));
  const { keys } = await readLeftOut(cv);
  const edition = composeEdition(cv, language, keys, topics.length === 0 ? undefined : topics);
  return { cv, topics, edition };
}

function renderNext({ name, addresses, now }: WebService, { cv, topics, edition }: Next): string {
  const query = topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&");
  const all = listTopics(cv);
  return renderPage({
    name,
    title: words.title,
    children: (
      <>
        <Row label={topics.length === 0 ? words.soFar : words.soFarByTopic}>
          <p>
            {digestOutlook(nextMailDay(readSchedule(cv.settings), "every", now(), now()), language)}
          </p>
          {edition === undefined ? (
            <p>{words.nothing}</p>
          ) : (
            <>
              <Outline edition={edition} href={addresses.work} />
              <p>
                <a href={`/digest/next/mail${query === "" ? "" : `?${query}`}`}>{words.mail}</a>
              </p>
            </>
          )}
        </Row>
        {all.length === 0 ? null : (
          <Row label={words.byTopic}>
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
  });
}

/** What the next edition holds so far, as a page and as the letter itself. */
export function nextRoutes(service: WebService): Hono {
  const { db, addresses } = service;
  const routes = new Hono();

  routes.get("/", async (context) =>
    context.html(
      renderNext(service, await composeNext(service, context.req.queries("topic") ?? [])),
    ),
  );

  routes.get("/mail", async (context) => {
    const { cv, edition } = await composeNext(service, context.req.queries("topic") ?? []);
    if (edition === undefined) return context.redirect("/digest/next", 302);
    const number = ((await findNewest(db)) ?? 0) + 1;
    const letter = await renderEdition(cv, edition, number, addresses);
    context.header("Content-Security-Policy", LETTER_POLICY);
    return context.html(asShown(letter.html, addresses));
  });

  return routes;
}
