import type { Candidate } from "./match.ts";
import type { IndexedList } from "./work-index.ts";

/** Works that fill any first screen; they change in the frame of the input. */
const FIRST_SCREEN = 16;
/** Changes of a later frame: few enough that style and layout of a slow phone keep up. */
const SLICE = 100;

/** Counts the calls, so that what is left of an earlier one ends. */
let latest = 0;

interface Step {
  element: HTMLElement;
  hidden: boolean;
}

function setHidden(element: HTMLElement, hidden: boolean): number {
  if (element.hidden === hidden) return 0;
  element.hidden = hidden;
  return 1;
}

/**
 * What is left to do after groups without a match are gone: the kept lists in the order of the
 * page, then the lists of hidden groups, so that a group that comes back brings its lists one by
 * one.
 */
function* listSteps(
  kept: readonly IndexedList[],
  gone: readonly IndexedList[],
  matches: ReadonlySet<Candidate>,
): Generator<Step, undefined> {
  for (const { element, works } of kept) {
    for (const work of works) yield { element: work.element, hidden: !matches.has(work.candidate) };
    yield { element, hidden: false };
  }
  for (const { element } of gone) yield { element, hidden: true };
}

/**
 * Shows the matches and hides the rest: groups and lists without a match and the first screen at
 * once, what lies below in slices, each after a paint. A later call ends an earlier one. Returns
 * the number of matches.
 */
export function showMatches(
  lists: readonly IndexedList[],
  isMatch: (candidate: Candidate) => boolean,
): number {
  const own = (latest += 1);
  const matches = new Set<Candidate>();
  const kept = lists.filter(({ works }) => {
    const before = matches.size;
    for (const { candidate } of works) if (isMatch(candidate)) matches.add(candidate);
    return matches.size > before;
  });
  const open = new Set(kept.map(({ group }) => group));
  const gone = lists.filter((list) => !kept.includes(list));
  for (const { element, group } of gone) if (open.has(group)) setHidden(element, true);
  for (const group of new Set(lists.map((list) => list.group))) setHidden(group, !open.has(group));
  const steps = listSteps(kept, gone, matches);
  // Not a loop over the generator: leaving such a loop would end the generator.
  const advance = (works: number, changes: number) => {
    while (works > 0 || changes > 0) {
      const { value } = steps.next();
      if (value === undefined) return;
      if (!value.hidden) works -= 1;
      changes -= setHidden(value.element, value.hidden);
    }
    // A frame's own callbacks run before its paint, so the slice waits for the task after it.
    requestAnimationFrame(() => setTimeout(() => own === latest && advance(0, SLICE)));
  };
  advance(FIRST_SCREEN, 0);
  return matches.size;
}
