import { render } from "@react-email/render";
import type { ReactElement } from "react";
import {
  ConfirmationLetter,
  confirmationText,
  type ConfirmationProps,
} from "./confirmation-letter.tsx";
import { isolateTexts } from "@triptych/view";
import { DigestLetter } from "./digest-letter.tsx";
import type { DigestLetterProps } from "./digest-props.ts";
import { digestText } from "./digest-text.ts";
import { ManageLetter, type ManageProps, manageSubject, manageText } from "./manage-letter.tsx";
import { OwnerLetter, type OwnerLetterProps, ownerText } from "./owner-letter.tsx";
import { WelcomeLetter, type WelcomeProps, welcomeText } from "./welcome-letter.tsx";
import type { Letter } from "../letter.ts";
import { language } from "../../words.ts";

/**
 * Gmail cuts at 102,400 bytes; we stay far below, with room for the headers and what providers add.
 */
const MOST_BYTES = 60_000;

/**
 * Comments that the renderer leaves between pieces of text; conditional ones for Outlook look
 * otherwise.
 */
const RENDERER_COMMENTS = /<!--(?: |\$|\/\$|html|head|body)?-->/g;

/** What mail programs know of elements that keep a text to itself. */
const KEPT = ['<span dir="auto">', "</span>"] as const;

async function renderHtml(mail: ReactElement): Promise<string> {
  return isolateTexts(await render(mail), KEPT).replaceAll(RENDERER_COMMENTS, "");
}

/**
 * The letter of an edition. One that would be too long leaves out first lines and links, then
 * works, and says how many more there are.
 */
export async function renderDigest(props: DigestLetterProps): Promise<Letter> {
  let shown = props.edition.works.length;
  let html = await renderHtml(<DigestLetter {...props} />);
  const isCompact = Buffer.byteLength(html) > MOST_BYTES;
  if (isCompact) html = await renderHtml(<DigestLetter {...props} isCompact />);
  while (Buffer.byteLength(html) > MOST_BYTES && shown > 1) {
    shown = Math.min(shown - 1, Math.floor((shown * MOST_BYTES) / Buffer.byteLength(html)));
    html = await renderHtml(<DigestLetter {...props} isCompact shown={shown} />);
  }
  return { subject: props.edition.subject, html, text: digestText({ ...props, isCompact, shown }) };
}

export async function renderConfirmation(props: ConfirmationProps): Promise<Letter> {
  return {
    subject: language.mail.confirmation.subject(props),
    html: await renderHtml(<ConfirmationLetter {...props} />),
    text: confirmationText(props),
  };
}

export async function renderWelcome(props: WelcomeProps): Promise<Letter> {
  return {
    subject: language.mail.welcome.subject(props),
    html: await renderHtml(<WelcomeLetter {...props} />),
    text: welcomeText(props),
  };
}

export async function renderManage(props: ManageProps): Promise<Letter> {
  return {
    subject: manageSubject(props),
    html: await renderHtml(<ManageLetter {...props} />),
    text: manageText(props),
  };
}

export async function renderOwnerLetter(props: OwnerLetterProps): Promise<Letter> {
  return {
    subject: props.title,
    html: await renderHtml(<OwnerLetter {...props} />),
    text: ownerText(props),
  };
}
