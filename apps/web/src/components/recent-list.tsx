import { recentItems, type RecentPlace } from "@triptych/view";
import { filingId, SECTION_ADDRESSES } from "../addresses.ts";
import { readRecord } from "../record.ts";
import { Row } from "./row.tsx";
import { Spans } from "./spans.tsx";
import { language, words } from "../words.ts";

const RECENT = 7;

function addressOf(place: RecentPlace): string {
  if (place.kind === "year") return `/publications/#${filingId(place.year)}`;
  return `${place.page === "cv" ? "/cv/" : SECTION_ADDRESSES[place.page]}#${place.id}`;
}

/** What happened lately; each date leads to where the item stands in full. */
export function RecentList() {
  const recent = recentItems(readRecord(), language, RECENT);
  if (recent.length === 0) return null;
  return (
    <Row className="recent" label={words.home.recently}>
      <dl className="dated">
        {recent.map((item) => (
          <div key={addressOf(item.place)}>
            <dt>
              <a href={addressOf(item.place)}>{item.rail}</a>
              {/* Copied and read aloud, date and item would run together. */}
              <span className="hidden">: </span>
            </dt>
            <dd>
              <Spans spans={item.spans} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="more">
        <a href="/cv/">{words.home.everything}</a>
      </p>
    </Row>
  );
}
