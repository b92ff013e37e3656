import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";
import { language } from "../../words.ts";

export interface ManageProps {
  name: string;
  /** Whether someone tried to subscribe the address again, instead of asking for the link. */
  isReminder: boolean;
  manage: string;
  unsubscribe: string;
}

function wordsOf({ name, isReminder }: ManageProps) {
  const { manage, reminder } = language.mail;
  return isReminder ? { ...reminder, lead: reminder.lead({ name }) } : manage;
}

export function ManageLetter(props: ManageProps) {
  const { title, lead, why, button } = wordsOf(props);
  const foot = (
    <>
      {why}{" "}
      <Link href={props.unsubscribe} className="soft" style={MAIL.link}>
        {language.mail.unsubscribe}
      </Link>
    </>
  );
  return (
    <Frame title={title} preview={lead} foot={foot}>
      <Text className="soft" style={MAIL.name}>
        {props.name}
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {title}
      </Heading>
      <Text className="ink" style={MAIL.text}>
        {lead}
      </Text>
      <Link href={props.manage} className="button" style={MAIL.button}>
        {button}
      </Link>
    </Frame>
  );
}

export function manageSubject(props: ManageProps): string {
  return wordsOf(props).subject({ name: props.name });
}

export function manageText(props: ManageProps): string {
  const { lead, why } = wordsOf(props);
  const leave = language.mail.unsubscribeAt({ address: props.unsubscribe });
  return `${[lead, props.manage, why, leave].join("\n\n")}\n`;
}
