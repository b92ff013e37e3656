import type { Phrase } from "@triptych/words";
import { Sentence } from "../../mail/templates/sentence.tsx";
import { ButtonForm, renderNote } from "../page/page.tsx";
import { language } from "../../words.ts";

const { link: words, todo, done, oneClick, confirm, unsubscribe } = language.service;

/** Where the sentences of these pages lead. */
const PAGES = { again: "/digest/", ask: "/digest/manage", change: "/digest/manage" };

/** What the links in letters lead to, one page each. */
export interface LinkPages {
  unknown: string;
  expired: string;
  confirmed: string;
  left: string;
  confirm(token: string): string;
  leave(token: string): string;
}

/** @param promise what subscribers get, and how often */
export function renderLinkPages(name: string, promise: string): LinkPages {
  const page = (title: string, label: string, children: React.ReactNode) =>
    renderNote({ name, title, label, children });
  const lead = (phrase: Phrase<keyof typeof PAGES>) => (
    <p>
      <Sentence phrase={phrase} to={PAGES} />
    </p>
  );
  return {
    unknown: page(words.unknown.title, todo, lead(words.unknown.lead)),
    expired: page(words.expired.title, todo, lead(words.expired.lead)),
    confirmed: page(words.confirmed.title, words.confirmed.label, <p>{promise}</p>),
    left: page(words.left.title, done, lead(words.left.lead)),
    confirm: (token) =>
      page(
        words.confirm.title,
        oneClick,
        <>
          <ButtonForm action={`/digest/confirm/${encodeURIComponent(token)}`} text={confirm} />
          <p>{promise}</p>
        </>,
      ),
    leave: (token) =>
      page(
        words.leave.title,
        oneClick,
        <>
          <ButtonForm
            action={`/digest/unsubscribe/${encodeURIComponent(token)}`}
            text={unsubscribe}
          />
          {lead(words.leave.lead)}
        </>,
      ),
  };
}
