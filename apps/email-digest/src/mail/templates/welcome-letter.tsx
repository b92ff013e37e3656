import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { digestOutlook } from "@triptych/view";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";
import { language } from "../../words.ts";

const words = language.mail.welcome;

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
      {language.mail.unsubscribe}
    </Link>
  );
  return (
    <Frame title={words.title} preview={promise} foot={foot}>
      <Text className="soft" style={MAIL.name}>
        {name}
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {words.title}
      </Heading>
      <Text className="ink" style={MAIL.text}>
        {promise}
      </Text>
      <Text className="ink" style={MAIL.text}>
        {digestOutlook(nextDay, language)}
      </Text>
      <Text className="ink" style={MAIL.text}>
        <Link href={manage} className="ink" style={MAIL.inkLink}>
          {words.choose}
        </Link>
        {" · "}
        <Link href={archive} className="ink" style={MAIL.inkLink}>
          {language.mail.earlier}
        </Link>
      </Text>
    </Frame>
  );
}

export function welcomeText(props: WelcomeProps): string {
  const parts = [
    words.opening({ name: props.name }),
    props.promise,
    digestOutlook(props.nextDay, language),
    words.chooseAt({ address: props.manage }),
    words.earlierAt({ address: props.archive }),
    words.unsubscribeAt({ address: props.unsubscribe }),
  ];
  return `${parts.join("\n\n")}\n`;
}
