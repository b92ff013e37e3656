import {
  composeFacets,
  equalContributionLegend,
  groupPublications,
  type Publication,
  type PublicationGrouping,
} from "@triptych/view";
import { filingId, GROUPING_ADDRESSES } from "../../addresses.ts";
import { FORMATS } from "../../bibliography.ts";
import { composeCoins } from "../../metadata/coins.ts";
import { findPublication, readPublications, readRecord } from "../../record.ts";
import { Finder } from "./finder.tsx";
import { Frame } from "../frame/frame.tsx";
import { PublicationItem } from "./publication-item.tsx";
import { Row } from "../row.tsx";
import { Spans } from "../spans.tsx";
import { language, words } from "../../words.ts";
import { Linked } from "../linked.tsx";

const GROUPINGS = ["year", "kind", "venue"] as const satisfies PublicationGrouping[];

/** Longer labels are set smaller, to keep inside the rail. */
const DISPLAY_LABEL = 8;

/**
 * Browsers skip the layout of stretches far from the screen; a stretch is the least they can skip.
 */
const STRETCH = 50;

/**
 * From so many works on skipping is worth its price: the browser then only estimates how long the
 * page is.
 */
const MANY = 300;

function cutIntoStretches(publications: readonly Publication[]): Publication[][] {
  return Array.from({ length: Math.ceil(publications.length / STRETCH) }, (_, index) =>
    publications.slice(index * STRETCH, (index + 1) * STRETCH),
  );
}

/** On the first of the lists alone: each weighs as much as the work's visible line. */
function coinsOf({ id }: Publication): string | undefined {
  const found = findPublication(id);
  return found === undefined ? undefined : composeCoins(readRecord(), found.work);
}

function Introduction({ count }: { count: number }) {
  const legend = equalContributionLegend(readRecord().publications, language);
  return (
    <>
      <p className="lead">
        {count === 0 ? (
          words.works.none
        ) : (
          <Linked phrase={words.works.lead} to={{ cv: "/cv/#publications" }} />
        )}
        {legend.length === 0 ? null : (
          <>
            {" "}
            <Spans spans={legend} />.
          </>
        )}
      </p>
      <p className="lead contacts">
        {Object.entries(FORMATS).map(([format, { name }]) => (
          <a key={format} href={`/publications.${format}`} download>
            {words.works.allAs({ format: name })}
          </a>
        ))}
      </p>
    </>
  );
}

function Groupings({ current }: { current: PublicationGrouping }) {
  return (
    <nav className="row groupings" aria-label={words.works.groupings}>
      <ul className="column">
        {GROUPINGS.map((by) => (
          <li key={by}>
            <a href={GROUPING_ADDRESSES[by]} aria-current={by === current ? "page" : undefined}>
              {words.works.by[by]}
            </a>
          </li>
        ))}
        <li>
          <a href="/co-authors/">{words.works.by.coauthor}</a>
        </li>
      </ul>
    </nav>
  );
}

/** All works in one of their groupings: complete without a script, searchable with it. */
export function WorkLists({ by }: { by: PublicationGrouping }) {
  const cv = readRecord();
  const publications = readPublications();
  return (
    <Frame current={GROUPING_ADDRESSES[by]} within="/publications/">
      <h1 className="display">{words.pages.publications}</h1>
      <Introduction count={publications.length} />
      {publications.length === 0 ? null : (
        <>
          <Groupings current={by} />
          <Finder facets={composeFacets(publications, cv, language)} count={publications.length} />
        </>
      )}
      {groupPublications(publications, { cv, words: language, by }).map(
        ({ id, label, publications: own }) => (
          <Row
            key={id}
            id={filingId(id)}
            label={label}
            className={label.length > DISPLAY_LABEL ? "year long" : "year"}
          >
            {cutIntoStretches(own).map((stretch) => (
              <ol
                key={stretch[0]?.id}
                className={publications.length > MANY ? "works listed lazy" : "works listed"}
              >
                {stretch.map((publication) => (
                  <PublicationItem
                    key={publication.id}
                    publication={publication}
                    numbered
                    coins={by === "year" ? coinsOf(publication) : undefined}
                  />
                ))}
              </ol>
            ))}
          </Row>
        ),
      )}
    </Frame>
  );
}
