import type { Noun, Words } from "@triptych/words";
import { stop } from "@triptych/words/sentence";
import { worksNoun } from "../../works/kind-name.ts";
import type { Publication } from "../../works/publication.ts";
import type { Coauthor } from "./coauthor.ts";
import { chooseDrawn } from "./drawn.ts";

export interface CoauthorNode {
  id: string;
  name: string;
  papers: number;
  countText: string;
  /** Year of the first shared work, said once where several people share it; empty otherwise. */
  sinceText: string;
  /** Whether a shared work is of the record's last year, or under review. */
  recent: boolean;
}

/**
 * Two co-authors, as places in the list of nodes (`from < to`), and the number of works all three
 * wrote together.
 */
export interface CoauthorEdge {
  from: number;
  to: number;
  papers: number;
}

export interface CoauthorGraph {
  /** In the order in which the owner first wrote with them. */
  nodes: CoauthorNode[];
  edges: CoauthorEdge[];
  title: string;
  /** What the picture shows, for those who do not see it. */
  summary: string;
  /** Whom the picture shows, and by which rule. */
  caption: string;
  legend: { recent: boolean; text: string }[];
}

const listYears = (publications: readonly Publication[]) =>
  publications.flatMap(({ filing, filedUnder }) => (filing === "year" ? [filedUnder] : []));

/** What is undated comes last. */
function compareYears(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The people who are drawn, by the year of the first work with each. */
function orderByYear(drawn: readonly Coauthor[]) {
  return drawn
    .map((coauthor) => ({ coauthor, year: listYears(coauthor.publications).sort()[0] }))
    .sort(
      (a, b) =>
        compareYears(a.year, b.year) ||
        b.coauthor.publications.length - a.coauthor.publications.length,
    );
}

function countPairs(drawn: readonly Coauthor[]): CoauthorEdge[] {
  const places = new Map(drawn.map(({ id }, place) => [id, place]));
  const works = new Map<string, Publication>(
    drawn.flatMap(({ publications }) => publications.map((work) => [work.id, work] as const)),
  );
  const edges = new Map<string, CoauthorEdge>();
  for (const work of works.values()) {
    const present = work.coauthors.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
    for (const [at, from] of present.entries()) {
      for (const to of present.slice(at + 1)) {
        const known = edges.get(`${from} ${to}`);
        if (known === undefined) edges.set(`${from} ${to}`, { from, to, papers: 1 });
        else known.papers += 1;
      }
    }
  }
  return [...edges.values()].sort((a, b) => a.papers - b.papers || a.from - b.from || a.to - b.to);
}

/** What the arcs say, in one sentence. */
function describeEdges(
  nodes: readonly CoauthorNode[],
  edges: readonly CoauthorEdge[],
  { noun, words }: { noun: Noun; words: Words },
): string {
  const { noPairs, pairs } = words.chart.network;
  const strongest = edges.at(-1);
  const [from, to] = [nodes[strongest?.from ?? 0], nodes[strongest?.to ?? 0]];
  if (strongest === undefined || from === undefined || to === undefined)
    return noPairs({ work: noun.name({ count: 1 }) });
  return pairs({
    count: edges.length,
    works: noun.name({ count: 2 }),
    names: [from.name, to.name],
    most: noun.counted({ count: strongest.papers }),
  });
}

/**
 * Who wrote with whom: the co-authors in the order of the first shared work, and the pairs among
 * them. The owner, on every work, is left out.
 */
export function composeCoauthorGraph(coauthors: readonly Coauthor[], words: Words): CoauthorGraph {
  const works = coauthors.flatMap(({ publications }) => publications);
  const noun = worksNoun(works, words);
  const { drawn, caption } = chooseDrawn(coauthors, { noun, words });
  const dated = orderByYear(drawn);
  const last = listYears(works).sort().at(-1);
  const nodes = dated.map(({ coauthor, year }, place): CoauthorNode => {
    const { id, name, countText, publications } = coauthor;
    const isFirstOfYear = place === 0 || dated[place - 1]?.year !== year;
    return {
      id,
      name,
      papers: publications.length,
      countText,
      sinceText: isFirstOfYear ? (year ?? words.record.statuses.undated) : "",
      recent: publications.some(({ filing, filedUnder }) =>
        filing === "year" ? filedUnder === last : filing === "under-review",
      ),
    };
  });
  const edges = countPairs(dated.map(({ coauthor }) => coauthor));
  const { title, recent, notRecent } = words.chart.network;
  const legend = [
    { recent: true, text: recent({ work: noun.name({ count: 1 }), year: last }) },
    { recent: false, text: notRecent({ year: last }) },
  ];
  return {
    nodes,
    edges,
    title,
    summary: `${stop(caption)} ${describeEdges(nodes, edges, { noun, words })}`,
    caption,
    legend: legend.filter((item) => nodes.some((node) => node.recent === item.recent)),
  };
}
