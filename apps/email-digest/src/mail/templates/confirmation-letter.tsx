import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";
import { language } from "../../words.ts";

const words = language.mail.confirmation;

export interface ConfirmationProps {
  /** Whose work it is about. Nothing in this letter comes from whoever typed the address. */
  name: string;
  confirm: string;
  /** Such letters that anybody can cause in a month. */
  most: number;
}

export function ConfirmationLetter({ name, confirm, most }: ConfirmationProps) {
  return (
    <Frame title={words.title} preview={words.preview} foot={words.why({ most })}>
      <Text className="soft" style={MAIL.name}>
        {name}
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {words.title}
      </Heading>
      <Text className="ink" style={MAIL.text}>
        {words.lead}
      </Text>
      <Link href={confirm} className="button" style={MAIL.button}>
        {words.button}
      </Link>
    </Frame>
  );
}

export function confirmationText({ name, confirm, most }: ConfirmationProps): string {
  return `${[words.opening({ name }), words.lead, confirm, words.why({ most })].join("\n\n")}\n`;
}
