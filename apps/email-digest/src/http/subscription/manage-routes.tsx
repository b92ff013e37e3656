import type { Cv } from "@triptych/schema";
import { digestOutlook, frequencyOptions, listTopics, topicOptions } from "@triptych/view";
import { en } from "@triptych/words";
import { words } from "../../words.ts";
import type { Context, Hono } from "hono";
import { type Choice, keepChoice } from "../../subscribers/preferences/choice.ts";
import { nextMailDay } from "../../editions/next-mail-day.ts";
import { readChoice } from "../../subscribers/preferences/read-choice.ts";
import {
  findConfirmedSubscriber,
  type ConfirmedSubscriber,
} from "../../subscribers/preferences/confirmed-subscriber.ts";
import { readSchedule } from "../../editions/schedule.ts";
import type { WebService } from "../../service.ts";
import { inspectManageToken } from "../../subscribers/subscriber.ts";
import { eraseAddress } from "../../subscribers/privacy/erase-address.ts";
import { exportSubscriber } from "../../subscribers/privacy/export-subscriber.ts";
import { unsubscribeToken } from "../../subscribers/token.ts";
import { formRoutes, readForm } from "../request/form-routes.ts";
import { Outline } from "../page/outline.tsx";
import { ButtonForm, renderPage, Row } from "../page/page.tsx";
import { PreferenceForm } from "./preference-form.tsx";
import { readAnnouncements } from "../../editions/announcements.ts";
import { composeForSubscriber } from "../../editions/compose-for-subscriber.ts";

/**
 * What the link in a mail leads to: what one subscription gets, how often, and everything that is
 * stored about it.
 * @param mailFolder where mails are written instead of sent, so that an erasure reaches them
 */
export function manageRoutes(service: WebService, mailFolder: string | undefined): Hono {
  const { db, name, secret, addresses, now } = service;
  const page = (title: string, label: string, children: React.ReactNode) =>
    renderPage({ name, title, children: <Row label={label}>{children}</Row> });
  const routes = formRoutes(page("That was too much", "Too long", <p>Nothing was changed.</p>), [
    "/manage/*",
  ]);

  const invalid = (kind: "expired" | "unknown") =>
    page(
      kind === "expired" ? "This link has run out" : "This link does not work",
      "What to do",
      <p>
        Links to change a subscription work for three days.{" "}
        <a href="/digest/manage">Ask for a new one.</a>
      </p>,
    );

  /** Answers for the subscriber a link belongs to, or says that it belongs to nobody. */
  const forSubscriber = async (
    context: Context,
    answer: (subscriber: ConfirmedSubscriber, token: string) => Promise<Response>,
  ): Promise<Response> => {
    const token = context.req.param("token") ?? "";
    const found = await inspectManageToken(db, token, now());
    const subscriber =
      found.kind === "valid" ? await findConfirmedSubscriber(db, found.subscriberId) : undefined;
    if (subscriber !== undefined) return answer(subscriber, token);
    return context.html(
      invalid(found.kind === "expired" ? "expired" : "unknown"),
      found.kind === "expired" ? 410 : 404,
    );
  };

  const addressOf = async (id: string) =>
    (
      await db
        .selectFrom("subscribers")
        .where("id", "=", id)
        .select("address")
        .executeTakeFirstOrThrow()
    ).address;

  const show = async (
    cv: Cv,
    subscriber: ConfirmedSubscriber,
    choice: Choice,
    token: string,
    said: "kept" | "shown" | undefined,
  ) => {
    const action = `/digest/manage/${encodeURIComponent(token)}`;
    const next = composeForSubscriber(
      cv,
      await readAnnouncements(db),
      { topics: choice.topics, toldThrough: subscriber.toldThrough },
      true,
    );
    const day = nextMailDay(readSchedule(cv.settings), choice.frequency, subscriber.toldAt, now());
    return renderPage({
      name,
      title: said === "kept" ? "Your choice is kept" : "What you get",
      children: (
        <>
          <Row label="Your choice">
            {said === "shown" ? (
              <p className="error">This is shown below and not yet kept. Press Save to keep it.</p>
            ) : null}
            <PreferenceForm
              action={action}
              choice={choice}
              frequencies={frequencyOptions(cv.settings, words, en, en)}
              topics={topicOptions(listTopics(cv), words, en, en)}
            />
          </Row>
          <Row label="The next mail">
            <p>{digestOutlook(day, words, en, en)}</p>
            {next === undefined ? (
              <p>So far there is nothing new for it.</p>
            ) : (
              <Outline edition={next} href={addresses.work} />
            )}
          </Row>
          <Row label="Leave">
            <ButtonForm
              action={`/digest/unsubscribe/${unsubscribeToken(secret, subscriber.id)}`}
              text="Unsubscribe"
              isQuiet
            />
            <p>
              <a href={`${action}/data.json`}>Everything that is stored about you</a>, as a file, or{" "}
              <a href={`${action}/erase`}>erase all of it</a>.
            </p>
          </Row>
        </>
      ),
    });
  };

  routes.get("/manage/:token", (context) =>
    forSubscriber(context, async (subscriber, token) => {
      const cv = await service.readCv();
      const values = (field: string) => context.req.queries(field) ?? [];
      const isAsking = values("frequency").length > 0;
      return context.html(
        await show(
          cv,
          subscriber,
          isAsking ? readChoice(values, cv, subscriber) : subscriber,
          token,
          isAsking ? "shown" : undefined,
        ),
      );
    }),
  );

  routes.post("/manage/:token", (context) =>
    forSubscriber(context, async (subscriber, token) => {
      const cv = await service.readCv();
      const choice = readChoice(await readForm(context), cv, subscriber);
      await keepChoice(db, subscriber.id, choice);
      return context.html(
        await show(
          cv,
          (await findConfirmedSubscriber(db, subscriber.id)) ?? subscriber,
          choice,
          token,
          "kept",
        ),
      );
    }),
  );

  routes.get("/manage/:token/data.json", (context) =>
    forSubscriber(context, async ({ id }) => {
      context.header("Content-Disposition", 'attachment; filename="subscription.json"');
      return context.json(await exportSubscriber(db, secret, await addressOf(id), now()));
    }),
  );

  routes.get("/manage/:token/erase", (context) =>
    forSubscriber(context, async (_subscriber, token) =>
      context.html(
        page(
          "Erase everything",
          "One click",
          <>
            <ButtonForm
              action={`/digest/manage/${encodeURIComponent(token)}/erase`}
              text="Erase my address and all that belongs to it"
            />
            <p>
              The subscription ends. What stays is a number made from the address, from which it
              cannot be read back; it keeps others from adding it again.
            </p>
          </>,
        ),
      ),
    ),
  );

  routes.post("/manage/:token/erase", (context) =>
    forSubscriber(context, async ({ id }) => {
      await eraseAddress(db, secret, await addressOf(id), now(), mailFolder);
      return context.html(
        page(
          "Your address is erased",
          "Done",
          <p>
            Nothing more is sent. <a href="/digest/privacy">What is stored about subscribers</a>
          </p>,
        ),
      );
    }),
  );

  return routes;
}
