import type { CoauthorGraph } from "@triptych/view";
import { coauthorAddress } from "../../addresses.ts";
import { ARC_ROW, ARC_WIDTH, layOutArcs, nodeRadius } from "./arc-layout.ts";
import { words } from "../../words.ts";

/** Pixels of the square a node stands in. */
const SQUARE = 20;

function Node({ radius, recent }: { radius: number; recent: boolean }) {
  return (
    <svg
      className={recent ? "node recent" : "node"}
      aria-hidden="true"
      width={SQUARE}
      height={SQUARE}
      viewBox={`0 0 ${SQUARE} ${SQUARE}`}
    >
      <circle cx={SQUARE / 2} cy={SQUARE / 2} r={radius} />
    </svg>
  );
}

/**
 * Who wrote with whom, as an arc diagram: a name a line in the order of the first shared paper, so
 * that no label meets another on any screen.
 */
export function CoauthorNetwork({ graph }: { graph: CoauthorGraph }) {
  const { nodes, edges } = graph;
  if (nodes.length === 0) return null;
  const most = Math.max(...nodes.map(({ papers }) => papers));
  const height = nodes.length * ARC_ROW;
  return (
    <figure className="network">
      <div className="network-plot">
        <ol>
          {nodes.map(({ id, name, papers, countText, sinceText, recent }) => (
            <li key={id}>
              <span className="since">{sinceText}</span>
              <a href={coauthorAddress(id)}>
                <span className="who">{name}</span>
                <span className="count" aria-hidden="true">
                  {papers}
                </span>
                <span className="hidden">, {countText}</span>
                <Node radius={nodeRadius(papers, most)} recent={recent} />
              </a>
            </li>
          ))}
        </ol>
        <div className="network-arcs">
          <svg
            className="arcs"
            role="img"
            aria-labelledby="network-title network-desc"
            viewBox={`0 0 ${ARC_WIDTH} ${height}`}
            preserveAspectRatio="none"
          >
            <title id="network-title">{graph.title}</title>
            <desc id="network-desc">{graph.summary}</desc>
            {layOutArcs(nodes, edges).map(({ path, weight }, index) => (
              <path key={index} className={weight} d={path} vectorEffect="non-scaling-stroke" />
            ))}
          </svg>
        </div>
      </div>
      <figcaption>
        <span>{words.coauthors.network({ caption: graph.caption })}</span>
        {graph.legend.map(({ recent, text }) => (
          <span key={text}>
            <Node radius={5} recent={recent} />
            {text}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
