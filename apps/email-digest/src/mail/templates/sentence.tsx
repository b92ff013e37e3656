import type { Phrase } from "@triptych/words";
import type { ReactNode } from "react";

interface SentenceProps<Target extends string> {
  phrase: Phrase<Target>;
  /** The address of what each link of the sentence names. */
  to: Readonly<Record<Target, string>>;
  Link?: "a" | ((props: { href: string; children: ReactNode }) => ReactNode);
}

/** A sentence with links in it. */
export function Sentence<Target extends string>({ phrase, to, Link = "a" }: SentenceProps<Target>) {
  return phrase.map((part, index) =>
    typeof part === "string" ? (
      part
    ) : (
      <Link key={index} href={to[part.to]}>
        {part.text}
      </Link>
    ),
  );
}
