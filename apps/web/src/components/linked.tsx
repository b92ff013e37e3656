import type { Phrase } from "@triptych/words";

interface LinkedProps<Target extends string> {
  phrase: Phrase<Target>;
  /** The address of what each link of the phrase names. */
  to: Record<Target, string>;
}

/** A sentence with links in it. */
export function Linked<Target extends string>({ phrase, to }: LinkedProps<Target>) {
  return phrase.map((part, index) =>
    typeof part === "string" ? (
      part
    ) : (
      <a key={index} href={to[part.to]}>
        {part.text}
      </a>
    ),
  );
}
