import { Heading, Link, Text } from "@react-email/components";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";

export interface ConfirmationProps {
  /** Whose work it is about. Nothing in this mail comes from whoever typed the address. */
  name: string;
  confirm: string;
  /** Such mails that anybody can cause in a month. */
  most: number;
}

const explain = (most: number) =>
  `Someone, probably you, asked for new work at this address. If it was not you, do nothing: the address is forgotten after a week, and nobody can have more than ${most} such mails a month sent here.`;

export function ConfirmationLetter({ name, confirm, most }: ConfirmationProps) {
  return (
    <Frame
      title="Confirm your subscription"
      preview="One click, and the subscription begins"
      foot={explain(most)}
    >
      <Text className="soft" style={MAIL.name}>
        {name}
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        Confirm your subscription
      </Heading>
      <Text className="ink" style={MAIL.text}>
        Open this page and press the button there. The link works for two days.
      </Text>
      <Link href={confirm} className="button" style={MAIL.button}>
        Confirm
      </Link>
    </Frame>
  );
}

export function confirmationText({ name, confirm, most }: ConfirmationProps): string {
  return (
    [
      `Confirm your subscription to new work by ${name}.`,
      `Open this page and press the button there. The link works for two days.`,
      confirm,
      explain(most),
    ].join("\n\n") + "\n"
  );
}
