import type { FormattedCitation } from "@triptych/exchange/citation-style";
import { workAddress } from "../addresses.ts";
import { FORMATS } from "../bibliography.ts";
import { CopyButton } from "./copy-button.tsx";

interface CitationBlockProps {
  id: string;
  citations: readonly FormattedCitation[];
  bibtex: string;
}

/** Every way to cite a work: in the styles of reference lists, as BibTeX, as files. */
export function CitationBlock({ id, citations, bibtex }: CitationBlockProps) {
  return (
    <>
      <dl className="citations">
        {citations.map(({ style, styleName, spans }) => (
          <div key={style}>
            <dt className="label">
              {styleName} <CopyButton target={`cite-${style}`} what={`the ${styleName} citation`} />
            </dt>
            <dd id={`cite-${style}`}>{spans.map(({ text, italic }, index) => (italic ? <i key={index}>{text}</i> : text))}</dd>
          </div>
        ))}
        <div>
          <dt className="label">
            BibTeX <CopyButton target="cite-bibtex" what="the BibTeX entry" />
          </dt>
          <dd>
            <pre className="cite" id="cite-bibtex">
              {bibtex}
            </pre>
          </dd>
        </div>
      </dl>
      <p className="label downloads">
        Download{" "}
        {Object.entries(FORMATS).map(([format, { name }]) => (
          <a key={format} href={`${workAddress(id)}cite.${format}`} download={`${id}.${format}`}>
            {name}
          </a>
        ))}
      </p>
    </>
  );
}
