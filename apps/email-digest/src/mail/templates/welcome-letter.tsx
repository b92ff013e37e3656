import { Heading, Link, Text } from "@react-email/components";
import { digestOutlook } from "@triptych/view";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";

export interface WelcomeProps {
  name: string;
  promise: string;
  /** The next day of the schedule, `YYYY-MM-DD`. */
  nextDay: string;
  manage: string;
  archive: string;
  unsubscribe: string;
}

/** What comes, and when. */
export function WelcomeLetter({
  name,
  promise,
  nextDay,
  manage,
  archive,
  unsubscribe,
}: WelcomeProps) {
  const foot = (
    <Link href={unsubscribe} className="soft" style={MAIL.link}>
      Unsubscribe
    </Link>
  );
  return (
    <Frame title="You are subscribed" preview={promise} foot={foot}>
      <Text className="soft" style={MAIL.name}>
        {name}
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        You are subscribed
      </Heading>
      <Text className="ink" style={MAIL.text}>
        {promise}
      </Text>
      <Text className="ink" style={MAIL.text}>
        {digestOutlook(nextDay)}
      </Text>
      <Text className="ink" style={MAIL.text}>
        <Link href={manage} className="ink" style={MAIL.inkLink}>
          Choose what you get and how often
        </Link>
        {" · "}
        <Link href={archive} className="ink" style={MAIL.inkLink}>
          Earlier mails
        </Link>
      </Text>
    </Frame>
  );
}

export function welcomeText({
  name,
  promise,
  nextDay,
  manage,
  archive,
  unsubscribe,
}: WelcomeProps): string {
  const parts = [
    `You are subscribed to new work by ${name}.`,
    promise,
    digestOutlook(nextDay),
    `Choose what you get and how often (this link works for three days):\n${manage}`,
    `Earlier mails:\n${archive}`,
    `Unsubscribe:\n${unsubscribe}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
