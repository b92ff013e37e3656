import type { Publication } from "@triptych/view";
import { workAddress } from "../addresses.ts";
import { Spans } from "./spans.tsx";

interface ItemProps {
  publication: Publication;
  /** The level of the title as a heading, under the heading of the list. */
  numbered?: boolean;
}

/** A publication in a list: title, authors, venue, with the CV's number hanging outside the column. */
export function PublicationItem({ publication, numbered = false }: ItemProps) {
  const { id, number, title, authors, venue } = publication;
  return (
    <li id={numbered ? `work-${id}` : undefined} className="work">
      <h3 className="title">
        <a href={workAddress(id)}>{title}</a>
      </h3>
      <p className="people">
        <Spans spans={authors} linked={false} />
      </p>
      <p className="label">
        {numbered ? (
          <span className="number" title={`Number ${number} in the CV`}>
            <span className="hidden">Number </span>
            {number}
            <span className="hidden"> in the CV. </span>
          </span>
        ) : null}
        <span>
          <Spans spans={venue} linked={false} />
        </span>
      </p>
    </li>
  );
}
