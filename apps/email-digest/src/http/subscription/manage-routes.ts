import type { Context, Hono } from "hono";
import { readAnnouncements } from "../../editions/announcements.ts";
import { composeForSubscriber } from "../../editions/compose-for-subscriber.ts";
import { nextMailDay } from "../../editions/next-mail-day.ts";
import { readSchedule } from "../../editions/schedule.ts";
import type { WebService } from "../../service.ts";
import { type Choice, keepChoice } from "../../subscribers/preferences/choice.ts";
import {
  type ConfirmedSubscriber,
  findConfirmedSubscriber,
} from "../../subscribers/preferences/confirmed-subscriber.ts";
import { readChoice } from "../../subscribers/preferences/read-choice.ts";
import { eraseAddress } from "../../subscribers/privacy/erase-address.ts";
import { exportSubscriber } from "../../subscribers/privacy/export-subscriber.ts";
import { findAddress } from "../../subscribers/subscriber.ts";
import { unsubscribeToken } from "../../subscribers/token.ts";
import { renderTooLong } from "../page/too-long.tsx";
import { formRoutes, readForm } from "../request/form-routes.ts";
import {
  managePath,
  renderErasedPage,
  renderErasePage,
  renderInvalidLink,
  renderManagePage,
} from "./manage-pages.tsx";
import { inspectManageToken } from "../../subscribers/timed-link.ts";

type Answer = (subscriber: ConfirmedSubscriber, token: string) => Promise<Response>;

/** Answers for the subscriber a link belongs to, or says that it belongs to nobody. */
async function answerFor(
  { db, name, now }: WebService,
  context: Context,
  answer: Answer,
): Promise<Response> {
  const token = context.req.param("token") ?? "";
  const found = await inspectManageToken(db, token, now());
  const subscriber =
    found.kind === "valid" ? await findConfirmedSubscriber(db, found.subscriberId) : undefined;
  if (subscriber !== undefined) return answer(subscriber, token);
  return found.kind === "expired"
    ? context.html(renderInvalidLink(name, "expired"), 410)
    : context.html(renderInvalidLink(name, "unknown"), 404);
}

/** The page of a subscription, with a choice that is kept or only looked at. */
async function show(
  { db, name, linkKey, addresses, now, readCv, readLeftOut }: WebService,
  { subscriber, token }: { subscriber: ConfirmedSubscriber; token: string },
  choice: Choice,
  state: "kept" | "shown" | undefined,
): Promise<string> {
  const cv = await readCv();
  const { toldThrough, toldAt } = subscriber;
  const schedule = readSchedule(cv.settings);
  return renderManagePage({
    name,
    cv,
    action: managePath(token),
    choice,
    state,
    next: {
      edition: composeForSubscriber(
        cv,
        await readAnnouncements(db),
        { topics: choice.topics, toldThrough },
        (await readLeftOut(cv)).unpublished.milestones,
      ),
      day: nextMailDay(schedule, choice.frequency, toldAt, now()),
    },
    leave: unsubscribeToken(linkKey, subscriber.id),
    workAddress: addresses.work,
  });
}

/**
 * What the link in a letter leads to: what one subscription gets, how often, and everything that is
 * stored about it.
 * @param mailFolder where letters are written instead of sent, so that an erasure reaches them
 */
export function manageRoutes(service: WebService, mailFolder: string | undefined): Hono {
  const { db, name, secret, now, readCv } = service;
  const routes = formRoutes(renderTooLong(name), ["/manage/*"]);
  const answering = (
    answer: (context: Context, ...of: Parameters<Answer>) => Promise<Response>,
  ) => {
    return (context: Context) => answerFor(service, context, (...of) => answer(context, ...of));
  };

  routes.get(
    "/manage/:token",
    answering(async (context, subscriber, token) => {
      const values = (field: string) => context.req.queries(field) ?? [];
      const isAsking = values("frequency").length > 0;
      const choice = isAsking ? readChoice(values, await readCv(), subscriber) : subscriber;
      const state = isAsking ? "shown" : undefined;
      return context.html(await show(service, { subscriber, token }, choice, state));
    }),
  );

  routes.post(
    "/manage/:token",
    answering(async (context, before, token) => {
      const choice = readChoice(await readForm(context), await readCv(), before);
      await keepChoice(db, before.id, choice);
      const subscriber = (await findConfirmedSubscriber(db, before.id)) ?? before;
      return context.html(await show(service, { subscriber, token }, choice, "kept"));
    }),
  );

  routes.get(
    "/manage/:token/data.json",
    answering(async (context, { id }) => {
      context.header("Content-Disposition", 'attachment; filename="subscription.json"');
      return context.json(await exportSubscriber(db, secret, await findAddress(db, id), now()));
    }),
  );

  routes.get(
    "/manage/:token/erase",
    answering(async (context, _subscriber, token) => context.html(renderErasePage(name, token))),
  );

  routes.post(
    "/manage/:token/erase",
    answering(async (context, { id }) => {
      await eraseAddress(db, secret, await findAddress(db, id), now(), mailFolder);
      return context.html(renderErasedPage(name));
    }),
  );

  return routes;
}
