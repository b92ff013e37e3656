import { Heading, Link, Text } from "@react-email/components";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";

export interface ManageProps {
  name: string;
  /** Whether someone tried to subscribe the address again, instead of asking for the link. */
  isReminder: boolean;
  manage: string;
  unsubscribe: string;
}

const wordsOf = ({ name, isReminder }: ManageProps) => ({
  title: isReminder ? "You are subscribed already" : "Change your subscription",
  lead: isReminder
    ? `This address already gets new work by ${name}. There is nothing to do. The link below leads to what you get and how often.`
    : "The link below leads to what you get and how often. It works for three days.",
  why: isReminder
    ? "Someone, probably you, typed this address into the form. Nothing was changed."
    : "Someone, probably you, asked for this link. Without it nothing is changed.",
});

export function ManageLetter(props: ManageProps) {
  const { title, lead, why } = wordsOf(props);
  const foot = (
    <>
      {why}{" "}
      <Link href={props.unsubscribe} className="soft" style={MAIL.link}>
        Unsubscribe
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
        What you get
      </Link>
    </Frame>
  );
}

export function manageSubject(props: ManageProps): string {
  return `${wordsOf(props).title}: new work by ${props.name}`;
}

export function manageText(props: ManageProps): string {
  const { lead, why } = wordsOf(props);
  return `${[lead, props.manage, why, `Unsubscribe: ${props.unsubscribe}`].join("\n\n")}\n`;
}
