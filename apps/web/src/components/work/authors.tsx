import type { Span } from "@triptych/view";
import { addressOf, nameClass } from "../spans.tsx";

interface AuthorsProps {
  spans: readonly Span[];
  /** Whether they are the authors, and not editors or translators. */
  wrote: boolean;
}

/**
 * People of a work's own page: each an h-card (microformats2), co-authors with the way to their
 * page, names kept in one piece.
 */
export function Authors({ spans, wrote }: AuthorsProps) {
  return spans.map((span, index) => {
    const { text, role } = span;
    const address = addressOf(span);
    const className = [wrote ? "p-author" : "", "h-card", nameClass(text) ?? ""]
      .filter(Boolean)
      .join(" ");
    if (role === "owner") {
      return (
        <b key={index} className={className}>
          {text}
        </b>
      );
    }
    if (address !== undefined) {
      return (
        <a key={index} className={className} href={address}>
          {text}
        </a>
      );
    }
    if (role === "mark") {
      return (
        <span key={index} className="mark">
          {text}
        </span>
      );
    }
    return text;
  });
}
