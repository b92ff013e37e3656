import { render } from "@react-email/components";
import type { EditionMail } from "../edition-store.ts";
import { ConfirmationMail, confirmationText, type ConfirmationProps } from "./confirmation-mail.tsx";
import { DigestMail, type DigestMailProps, digestText } from "./digest-mail.tsx";
import { ManageMail, type ManageProps, manageSubject, manageText } from "./manage-mail.tsx";
import { WelcomeMail, type WelcomeProps, welcomeText } from "./welcome-mail.tsx";

export async function renderDigest(props: DigestMailProps): Promise<EditionMail> {
  return { subject: props.edition.subject, html: await render(<DigestMail {...props} />), text: digestText(props) };
}

export async function renderConfirmation(props: ConfirmationProps): Promise<EditionMail> {
  return {
    subject: `Confirm your subscription to new work by ${props.name}`,
    html: await render(<ConfirmationMail {...props} />),
    text: confirmationText(props),
  };
}

export async function renderWelcome(props: WelcomeProps): Promise<EditionMail> {
  return { subject: `You are subscribed to new work by ${props.name}`, html: await render(<WelcomeMail {...props} />), text: welcomeText(props) };
}

export async function renderManage(props: ManageProps): Promise<EditionMail> {
  return { subject: manageSubject(props), html: await render(<ManageMail {...props} />), text: manageText(props) };
}
