import type { Candidate } from "./match.ts";
import type { IndexedGroup } from "./work-index.ts";

/** Works that fill any first screen; they change in the frame of the input. */
const FIRST_SCREEN = 24;
/** Changes of later frames: few enough that style and layout of a slow phone keep up. */
const SLICE = 160;

let running = 0;

interface Step {
  element: HTMLElement;
  hidden: boolean;
}

/** What must change, in the order of the page; a group opens right before its first work. */
function* listSteps(groups: readonly IndexedGroup[], matches: ReadonlySet<Candidate>): Generator<Step> {
  for (const { element, works } of groups) {
    if (!works.some(({ candidate }) => matches.has(candidate))) continue;
    yield { element, hidden: false };
    for (const work of works) yield { element: work.element, hidden: !matches.has(work.candidate) };
  }
}

/**
 * Shows the matches and hides the rest: groups without a match and the first screen at once, what lies below in
 * slices, a frame each. A later call ends an earlier one. Returns the number of matches.
 */
export function showMatches(groups: readonly IndexedGroup[], isMatch: (candidate: Candidate) => boolean): number {
  const matches = new Set<Candidate>();
  for (const { element, works } of groups) {
    const before = matches.size;
    for (const { candidate } of works) if (isMatch(candidate)) matches.add(candidate);
    if (matches.size === before && !element.hidden) element.hidden = true;
  }
  cancelAnimationFrame(running);
  const steps = listSteps(groups, matches);
  const advance = (shown: number, changes: number) => {
    for (const { element, hidden } of steps) {
      if (!hidden) shown -= 1;
      if (element.hidden !== hidden) {
        element.hidden = hidden;
        changes -= 1;
      }
      if (shown <= 0 && changes <= 0) {
        running = requestAnimationFrame(() => advance(0, SLICE));
        return;
      }
    }
  };
  advance(FIRST_SCREEN, 0);
  return matches.size;
}
