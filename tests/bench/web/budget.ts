import type { FilterLatency } from "./filter-latency.ts";
import type { AuditedPage } from "./lighthouse.ts";
import type { PageWeight } from "./page-weight.ts";

export interface WeighedPage {
  path: string;
  sealed: PageWeight;
  /** The same page of the default build. */
  unsealed: PageWeight;
}

/** Limit of a first view in bytes, where the page has one. */
function firstViewLimit(path: string): number | undefined {
  if (path === "/publications/") return 70_000;
  return path === "/" || path.startsWith("/publications/") ? 60_000 : undefined;
}

/** Budgets that a page crosses, one line each; bytes are brotli 11. */
export function checkPage({ path, sealed, unsealed }: WeighedPage): string[] {
  const scriptLimit = path === "/publications/" ? 3000 : 1000;
  const limit = firstViewLimit(path);
  const rules: [boolean, string][] = [
    [sealed.framework > 0, `${sealed.framework} bytes of framework script; none is allowed`],
    [sealed.script > scriptLimit, `${sealed.script} bytes of script; at most ${scriptLimit}`],
    [
      limit !== undefined && sealed.total > limit,
      `${sealed.total} bytes in the first view; at most ${limit}`,
    ],
    [sealed.style > 6000, `${sealed.style} bytes of CSS; at most 6000`],
    [
      sealed.preloadedFonts !== 1,
      `${sealed.preloadedFonts} preloaded fonts; the text cut alone is`,
    ],
    [
      sealed.preloadedFontBytes > 40_000,
      `${sealed.preloadedFontBytes} bytes of preloaded font; at most 40000`,
    ],
    [sealed.requests > 6, `${sealed.requests} requests; at most 6`],
    [sealed.thirdParty > 0, `${sealed.thirdParty} requests to others; none is allowed`],
    [
      sealed.total * 3 > unsealed.total,
      `${sealed.total} bytes against ${unsealed.total} of the default build; at most a third`,
    ],
  ];
  return rules.flatMap(([crossed, says]) => (crossed ? [`${path}: ${says}`] : []));
}

/** The budget of growth: ten times the works may take 2.5 times as long. */
export function checkGrowth(small: number, large: number): string[] {
  const ratio = large / small;
  return ratio > 2.5
    ? [`building ten times the works takes ${ratio.toFixed(2)} times as long; at most 2.5`]
    : [];
}

/** The budget of the list with ten times the works, which may be paged. */
export function checkLargeList(bytes: number): string[] {
  return bytes > 160_000
    ? [`/publications/ with ten times the works: ${bytes} bytes in the first view; at most 160000`]
    : [];
}

/** What was found of budgets, one line each. */
export interface Verdict {
  crossed: string[];
  /**
   * Crossed as well, but also by a page of one sentence in the same run: the machine is too slow to
   * judge.
   */
  undecided: string[];
}

/**
 * The budgets of what Lighthouse says of a page on a simulated phone. The rules of time are judged
 * beside the control.
 */
export function checkAudit(
  { path, scores, largestPaint, blocking, shift, failed }: AuditedPage,
  control: AuditedPage,
): Verdict {
  const { performance, ...others } = scores;
  const rules: [isCrossed: boolean, says: string][] = [
    ...Object.entries(others).map(([category, score]): [boolean, string] => [
      score < 100,
      `${category} ${score} of 100 (${failed.join(", ") || "no audit named"})`,
    ]),
    [shift > 0.01, `layout shift ${shift.toFixed(3)}; at most 0.01`],
  ];
  const timed: [isCrossed: boolean, byControl: boolean, says: string][] = [
    [
      performance < 100,
      control.scores.performance < 100,
      `performance ${performance} of 100; one sentence ${control.scores.performance}`,
    ],
    [
      largestPaint > 1400,
      control.largestPaint > 1400,
      `largest paint after ${largestPaint.toFixed(0)} ms; at most 1400; one sentence ${control.largestPaint.toFixed(0)}`,
    ],
    [
      blocking > 0,
      control.blocking > 0,
      `blocked for ${blocking.toFixed(0)} ms; 0 allowed; one sentence ${control.blocking.toFixed(0)}`,
    ],
  ];
  const failedTimes = timed.filter(([isCrossed]) => isCrossed);
  const crossed = [
    ...rules.flatMap(([isCrossed, says]) => (isCrossed ? [says] : [])),
    ...failedTimes.flatMap(([, byControl, says]) => (byControl ? [] : [says])),
  ];
  const undecided = failedTimes.flatMap(([, byControl, says]) => (byControl ? [says] : []));
  return {
    crossed: crossed.map((says) => `${path}: ${says}`),
    undecided: undecided.map((says) => `${path}: ${says}`),
  };
}

/** The budget of the search: half of the keys are answered within 50 ms. */
export function checkLatency({ works, median }: FilterLatency): string[] {
  return median > 50
    ? [`the search over ${works} works answers after ${median.toFixed(0)} ms; at most 50`]
    : [];
}
