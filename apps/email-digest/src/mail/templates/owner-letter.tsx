import { Heading } from "@react-email/heading";
import { Text } from "@react-email/text";
import { Frame } from "./frame.tsx";
import { MAIL } from "./style.ts";

/** A letter to the owner about the service itself. */
export interface OwnerLetterProps {
  title: string;
  /** Paragraphs. */
  lines: readonly string[];
  /** Why it came, and how to end that. */
  why: string;
}

export function OwnerLetter({ title, lines, why }: OwnerLetterProps) {
  return (
    <Frame title={title} preview={lines[0] ?? title} foot={why}>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {title}
      </Heading>
      {lines.map((line) => (
        <Text key={line} className="ink" style={MAIL.text}>
          {line}
        </Text>
      ))}
    </Frame>
  );
}

export function ownerText({ title, lines, why }: OwnerLetterProps): string {
  return `${[title, ...lines, `-- \n${why}`].join("\n\n")}\n`;
}
