import type { FormattedCitation } from "@triptych/exchange/citation-style";
import { isRightToLeft } from "@triptych/view";
import type { ReactNode } from "react";
import { workAddress } from "../../addresses.ts";
import { FORMATS } from "../../bibliography.ts";
import { CopyButton } from "./copy-button.tsx";
import { words } from "../../words.ts";

/** Text of more characters, as of papers with hundreds of authors, scrolls in its own place. */
const LONG_TEXT = 1600;

interface CopyableProps {
  id: string;
  name: string;
  what: "citation" | "entry";
  length: number;
  code?: boolean;
  children: ReactNode;
}

/** A text under its name, with the button that copies it. */
function Copyable({ id, name, what, length, code = false, children }: CopyableProps) {
  const isLong = length > LONG_TEXT;
  const Element = code ? "pre" : "div";
  const className = [code ? "cite" : "citation", isLong ? "scrolling" : ""].join(" ").trim();
  const scrolling = isLong
    ? ({
        role: "group",
        tabIndex: 0,
        "aria-label": words.work.citationLabel({ name, what }),
      } as const)
    : {};
  return (
    <div>
      <dt className="label">
        {name} <CopyButton target={id} what={words.work.copyWhat({ name, what })} />
      </dt>
      <dd>
        <Element id={id} className={className} {...scrolling}>
          {children}
        </Element>
      </dd>
    </div>
  );
}

/** A citation is one text, and runs as it begins. */
function Citation({ spans }: Pick<FormattedCitation, "spans">) {
  const text = spans.map(({ text, italic }, index) => (italic ? <i key={index}>{text}</i> : text));
  return spans.some((span) => isRightToLeft(span.text)) ? <bdi>{text}</bdi> : text;
}

interface CitationBlockProps {
  id: string;
  citations: readonly FormattedCitation[];
  bibtex: string;
}

/**
 * Every way to cite a work: in the styles of reference lists, as BibTeX, as files. Where a style
 * wants italics the browser slants the roman: a cut of their own would weigh as much as the text
 * cut, for a line or two of a page.
 */
export function CitationBlock({ id, citations, bibtex }: CitationBlockProps) {
  return (
    <>
      <dl className="citations">
        {citations.map(({ style, styleName, spans }) => (
          <Copyable
            key={style}
            id={`cite-${style}`}
            name={styleName}
            what="citation"
            length={spans.reduce((sum, { text }) => sum + text.length, 0)}
          >
            <Citation spans={spans} />
          </Copyable>
        ))}
        <Copyable id="cite-bibtex" name={FORMATS.bib.name} what="entry" length={bibtex.length} code>
          {bibtex}
        </Copyable>
      </dl>
      <p className="label downloads">
        {words.work.download}{" "}
        {Object.entries(FORMATS).map(([format, { name }]) => (
          <a key={format} href={`${workAddress(id)}cite.${format}`} download={`${id}.${format}`}>
            {name}
          </a>
        ))}
      </p>
    </>
  );
}
