import type { Cv } from "@triptych/schema";
import {
  digestOutlook,
  type Edition,
  frequencyOptions,
  listTopics,
  topicOptions,
} from "@triptych/view";
import { Sentence } from "../../mail/templates/sentence.tsx";
import type { Choice } from "../../subscribers/preferences/choice.ts";
import { Outline } from "../page/outline.tsx";
import { ButtonForm, renderNote, renderPage, Row } from "../page/page.tsx";
import { PreferenceForm } from "./preference-form.tsx";
import { language } from "../../words.ts";

const { manage: words, todo, done, oneClick, unsubscribe } = language.service;

/** Where one subscription is changed. */
export function managePath(token: string): string {
  return `/digest/manage/${encodeURIComponent(token)}`;
}

export function renderInvalidLink(name: string, why: "expired" | "unknown"): string {
  return renderNote({
    name,
    title: words.invalid[why],
    label: todo,
    children: (
      <p>
        <Sentence phrase={words.invalid.lead} to={{ ask: "/digest/manage" }} />
      </p>
    ),
  });
}

interface ManagePageProps {
  name: string;
  cv: Cv;
  /** Path of the page itself. */
  action: string;
  choice: Choice;
  /** Whether the choice was just kept, or is only looked at. */
  state: "kept" | "shown" | undefined;
  /**
   * What the next letter would hold by this choice, and on which day it may come at the earliest.
   */
  next: { edition: Edition | undefined; day: string };
  /** Token that ends the subscription. */
  leave: string;
  workAddress: (id: string) => string;
}

/** What one subscription gets and how often, with everything that can be done about it. */
export function renderManagePage({
  name,
  cv,
  action,
  choice,
  state,
  next,
  leave,
  workAddress,
}: ManagePageProps): string {
  return renderPage({
    name,
    title: state === "kept" ? words.kept : words.title,
    children: (
      <>
        <Row label={words.choice}>
          {state === "shown" ? <p className="error">{words.shown}</p> : null}
          <PreferenceForm
            action={action}
            choice={choice}
            frequencies={frequencyOptions(cv.settings, language)}
            topics={topicOptions(listTopics(cv), language)}
          />
        </Row>
        <Row label={words.next}>
          <p>{digestOutlook(next.day, language)}</p>
          {next.edition === undefined ? (
            <p>{words.nothing}</p>
          ) : (
            <Outline edition={next.edition} href={workAddress} />
          )}
        </Row>
        <Row label={words.leave}>
          <ButtonForm action={`/digest/unsubscribe/${leave}`} text={unsubscribe} isQuiet />
          <p>
            <Sentence
              phrase={words.data}
              to={{ file: `${action}/data.json`, erase: `${action}/erase` }}
            />
          </p>
        </Row>
      </>
    ),
  });
}

export function renderErasePage(name: string, token: string): string {
  return renderNote({
    name,
    title: words.erase.title,
    label: oneClick,
    children: (
      <>
        <ButtonForm action={`${managePath(token)}/erase`} text={words.erase.button} />
        <p>{words.erase.lead}</p>
      </>
    ),
  });
}

export function renderErasedPage(name: string): string {
  return renderNote({
    name,
    title: words.erased.title,
    label: done,
    children: (
      <p>
        <Sentence phrase={words.erased.lead} to={{ privacy: "/digest/privacy" }} />
      </p>
    ),
  });
}
