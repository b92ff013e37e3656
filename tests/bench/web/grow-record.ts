import { Cv, type Work } from "@triptych/schema";

/**
 * How far the copies of one generation move back in time, in years; a long career is dense rather
 * than centuries long.
 */
const YEARS_BACK = 40;

/**
 * One new co-author for each this many copied works: a growing list of works brings new people, not
 * only the old ones.
 */
const WORKS_PER_NEW_COAUTHOR = 2;

function moveBack(date: string, generation: number): string {
  const year = Number(date.slice(0, 4)) - (generation % YEARS_BACK);
  return `${year}${date.slice(4).replace("-02-29", "-02-28")}`;
}

/**
 * A copy of a work under an id, a title and years of its own. Identifiers are dropped: they would
 * point at the original.
 */
function copyWork(work: Work, generation: number, index: number): Work {
  const newcomer = `Coauthor ${generation} ${index}`;
  return {
    ...work,
    id: `${work.id}-${generation}`,
    title: `${work.title}, part ${generation}`,
    authors: index % WORKS_PER_NEW_COAUTHOR === 0 ? [...work.authors, newcomer] : work.authors,
    appearances: work.appearances.map(({ doi: _doi, arxiv: _arxiv, date, ...rest }) => ({
      ...rest,
      ...(date === undefined ? {} : { date: moveBack(date, generation) }),
    })),
  };
}

/**
 * A record with `count` publications made from a real one: the same works first, then copies with
 * distinct ids, titles and years, and new co-authors. The same input gives the same output.
 * Variants and figures that speak of the number of works are left out, since they would no longer
 * be true.
 */
export function growRecord(cv: Cv, count: number): Cv {
  const originals = cv.publications;
  if (originals.length === 0) throw new Error("a record without publications cannot be grown");
  const publications = Array.from({ length: count }, (_, at) => {
    const index = at % originals.length;
    const work = originals[index];
    if (work === undefined) throw new Error(`no work at ${index}`);
    return at < originals.length ? work : copyWork(work, Math.floor(at / originals.length), index);
  });
  return Cv.parse({ ...cv, publications, figures: [] });
}
