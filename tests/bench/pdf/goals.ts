import type { Measured, Size } from "./pdf-report.ts";

export interface Goal {
  goal: string;
  /** What was measured. */
  found: string;
  isKept: boolean;
}

/**
 * Our warm rendering after an edit, and that of everything anew, may take this many times as long
 * as Typst's of everything anew.
 */
const WARM = { edited: 1, anew: 2.5 } as const;
const MEMORY = { works: 6100, mebibytes: 600 };
/**
 * A publication of a long list may take this many times what one of a list of a tenth takes: room
 * for the noise of a machine, not for squares.
 */
const GROWTH = 1.25;

const find = ({ measured }: Size, name: Measured["name"]) =>
  measured.find((one) => one.name === name);
const times = (ratio: number) => `${ratio.toFixed(2)} times`;

function checkWarm(size: Size): Goal[] {
  const typst = find(size, "Typst")?.anew?.seconds;
  return (["edited", "anew"] as const).flatMap((how) => {
    const ours = find(size, "Triptych")?.[how]?.seconds;
    if (ours === undefined || typst === undefined) return [];
    const ratio = ours / typst;
    const goal = `${how === "edited" ? "after an edit" : "all anew"} at most ${WARM[how]} times Typst's rendering of all anew at ${size.works} publications`;
    return [{ goal, found: times(ratio), isKept: ratio <= WARM[how] }];
  });
}

function checkCold(size: Size): Goal[] {
  const [ours, chromium] = [
    find(size, "Triptych")?.coldSeconds,
    find(size, "Chromium")?.coldSeconds,
  ];
  if (ours === undefined || chromium === undefined) return [];
  const ratio = ours / chromium;
  return [
    {
      goal: `cold not slower than Chromium at ${size.works} publications`,
      found: times(ratio),
      isKept: ratio <= 1,
    },
  ];
}

function checkMemory(size: Size): Goal[] {
  const peak = (find(size, "Triptych")?.peakBytes ?? 0) / 2 ** 20;
  if (size.works !== MEMORY.works || peak === 0) return [];
  const goal = `less than ${MEMORY.mebibytes} MiB at ${size.works} publications`;
  return [{ goal, found: `${peak.toFixed(0)} MiB`, isKept: peak < MEMORY.mebibytes }];
}

/**
 * From each size to the next, but not from the smallest: there the rest of the CV and the start of
 * the process outweigh the publications.
 */
function checkGrowth(sizes: readonly Size[]): Goal[] {
  return sizes.slice(2).flatMap((large, index) => {
    const small = sizes[index + 1];
    const [from, to] = [
      small === undefined ? undefined : find(small, "Triptych")?.anew?.seconds,
      find(large, "Triptych")?.anew?.seconds,
    ];
    if (small === undefined || from === undefined || to === undefined) return [];
    const ratio = to / large.works / (from / small.works);
    return [
      {
        goal: `growth in proportion from ${small.works} to ${large.works} publications`,
        found: `${times(ratio)} a publication`,
        isKept: ratio <= GROWTH,
      },
    ];
  });
}

/** What the renderer is meant to keep, and what of it was measured. */
export function checkGoals(sizes: readonly Size[]): Goal[] {
  return [
    ...sizes.flatMap(checkWarm),
    ...sizes.flatMap(checkCold),
    ...sizes.flatMap(checkMemory),
    ...checkGrowth(sizes),
  ];
}
