import { render } from "@react-email/components";
import type { ReactElement } from "react";
import {
  ConfirmationMail,
  confirmationText,
  type ConfirmationProps,
} from "./confirmation-mail.tsx";
import { DigestMail, type DigestMailProps } from "./digest-mail.tsx";
import { digestText } from "./digest-text.ts";
import { ManageMail, type ManageProps, manageSubject, manageText } from "./manage-mail.tsx";
import { WelcomeMail, type WelcomeProps, welcomeText } from "./welcome-mail.tsx";
import type { Letter } from "../letter.ts";

/**
 * Gmail cuts at 102,400 bytes; we stay far below, with room for the headers and what providers add.
 */
const MOST_BYTES = 60_000;

/**
 * Marks that the renderer leaves between pieces of text; conditional comments for Outlook look
 * otherwise.
 */
const MARKS = /<!--(?: |\$|\/\$|html|head|body)?-->/g;

async function renderHtml(mail: ReactElement): Promise<string> {
  return (await render(mail)).replaceAll(MARKS, "");
}

/**
 * The mail of an edition. One that would be too long leaves out first lines and links, then works,
 * and says how many more there are.
 */
export async function renderDigest(props: DigestMailProps): Promise<Letter> {
  let shown = props.edition.works.length;
  let html = await renderHtml(<DigestMail {...props} />);
  const isCompact = Buffer.byteLength(html) > MOST_BYTES;
  if (isCompact) html = await renderHtml(<DigestMail {...props} isCompact />);
  while (Buffer.byteLength(html) > MOST_BYTES && shown > 1) {
    shown = Math.min(shown - 1, Math.floor((shown * MOST_BYTES) / Buffer.byteLength(html)));
    html = await renderHtml(<DigestMail {...props} isCompact shown={shown} />);
  }
  return { subject: props.edition.subject, html, text: digestText({ ...props, isCompact, shown }) };
}

export async function renderConfirmation(props: ConfirmationProps): Promise<Letter> {
  return {
    subject: `Confirm your subscription to new work by ${props.name}`,
    html: await renderHtml(<ConfirmationMail {...props} />),
    text: confirmationText(props),
  };
}

export async function renderWelcome(props: WelcomeProps): Promise<Letter> {
  return {
    subject: `You are subscribed to new work by ${props.name}`,
    html: await renderHtml(<WelcomeMail {...props} />),
    text: welcomeText(props),
  };
}

export async function renderManage(props: ManageProps): Promise<Letter> {
  return {
    subject: manageSubject(props),
    html: await renderHtml(<ManageMail {...props} />),
    text: manageText(props),
  };
}
