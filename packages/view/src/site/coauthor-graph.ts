import type { Coauthor } from "./coauthor.ts";
import type { Publication } from "../works/publication.ts";
import { countWorks, workNoun } from "../works/work-count.ts";

/** More people than this make the picture unreadable; it also bounds the number of edges to 780. */
export const MOST_DRAWN = 40;

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

const listWorks = (coauthors: readonly Coauthor[]) =>
  coauthors.flatMap(({ publications }) => publications);

/**
 * The fewest papers that leave a readable number of people; where all have the same number, the
 * first of the list are drawn.
 */
function chooseDrawn(coauthors: readonly Coauthor[]): {
  drawn: readonly Coauthor[];
  caption: string;
} {
  if (coauthors.length === 0) return { drawn: [], caption: "" };
  if (coauthors.length <= MOST_DRAWN)
    return {
      drawn: coauthors,
      caption: coauthors.length === 1 ? "The one co-author" : `All ${coauthors.length} co-authors`,
    };
  const least = (coauthors[MOST_DRAWN]?.publications.length ?? 0) + 1;
  const drawn = coauthors.filter((coauthor) => coauthor.publications.length >= least);
  if (drawn.length === 0) {
    const first = coauthors.slice(0, MOST_DRAWN);
    return {
      drawn: first,
      caption: `${MOST_DRAWN} of the ${coauthors.length} co-authors, the first of the list`,
    };
  }
  const who = drawn.length === 1 ? "The one person" : `The ${drawn.length} people`;
  return { drawn, caption: `${who} with ${countWorks(least, listWorks(coauthors))} or more` };
}

function firstYear(coauthor: Coauthor): string {
  return coauthor.publications.reduce(
    (first, { dated, filedUnder }) =>
      dated && (first === "" || filedUnder < first) ? filedUnder : first,
    "",
  );
}

/** Undated people come last. */
function compareYears(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
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

function describeEdges(
  nodes: readonly CoauthorNode[],
  edges: readonly CoauthorEdge[],
  works: readonly Publication[],
): string {
  const kinds = works.map(({ kind }) => kind);
  const strongest = edges.at(-1);
  const [from, to] = [nodes[strongest?.from ?? 0], nodes[strongest?.to ?? 0]];
  if (strongest === undefined || from === undefined || to === undefined)
    return `None of them wrote a listed ${workNoun(kinds, 1)} together.`;
  const pairs = `${edges.length} ${edges.length === 1 ? "pair" : "pairs"} of them share ${workNoun(kinds)}`;
  return `${pairs}; ${from.name} and ${to.name} share ${countWorks(strongest.papers, works)}, no pair more.`;
}

/**
 * Who wrote with whom: the co-authors in the order of the first shared work, and the pairs among
 * them. The owner, on every work, is left out.
 */
export function composeCoauthorGraph(coauthors: readonly Coauthor[]): CoauthorGraph {
  const works = listWorks(coauthors);
  const noun = workNoun(
    works.map(({ kind }) => kind),
    1,
  );
  const { drawn, caption } = chooseDrawn(coauthors);
  const dated = drawn
    .map((coauthor) => ({ coauthor, year: firstYear(coauthor) }))
    .sort(
      (a, b) =>
        compareYears(a.year, b.year) ||
        b.coauthor.publications.length - a.coauthor.publications.length,
    );
  const years = coauthors.flatMap(({ publications }) =>
    publications.filter((work) => work.dated).map((work) => work.filedUnder),
  );
  const last = years.reduce((latest, year) => (year > latest ? year : latest), "");
  const isRecent = (work: Publication) =>
    work.dated ? work.filedUnder === last : work.filedUnder === "Under review";
  const nodes = dated.map(({ coauthor, year }, place): CoauthorNode => {
    const { id, name, countText, publications } = coauthor;
    return {
      id,
      name,
      papers: publications.length,
      countText,
      sinceText: dated[place - 1]?.year === year ? "" : year === "" ? "Undated" : year,
      recent: publications.some(isRecent),
    };
  });
  const edges = countPairs(dated.map(({ coauthor }) => coauthor));
  const legend = [
    {
      recent: true,
      text:
        last === ""
          ? `a ${noun} together under review`
          : `a ${noun} together in ${last}, or under review`,
    },
    { recent: false, text: last === "" ? "none under review" : "none of either" },
  ];
  return {
    nodes,
    edges,
    title: "Who wrote with whom",
    summary: `${caption}. ${describeEdges(nodes, edges, works)}`,
    caption,
    legend: legend.filter(({ recent }) => nodes.some((node) => node.recent === recent)),
  };
}
