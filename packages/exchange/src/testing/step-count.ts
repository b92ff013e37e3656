import { Session } from "node:inspector/promises";

/** Counts the characters that regular expressions pass over while `run` runs. */
function countScanned(run: () => void): number {
  const descriptor = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec");
  if (descriptor === undefined) throw new Error("regular expressions cannot be counted");
  let scanned = 0;
  Reflect.defineProperty(RegExp.prototype, "exec", {
    ...descriptor,
    value: new Proxy(descriptor.value, {
      apply(target, regex: RegExp, [text]: [string]) {
        const from = regex.global || regex.sticky ? regex.lastIndex : 0;
        const found: RegExpExecArray | null = Reflect.apply(target, regex, [text]);
        const end = found === null ? text.length : found.index + found[0].length;
        scanned += found === null && regex.sticky ? 1 : end - from;
        return found;
      },
    }),
  });
  run();
  Reflect.defineProperty(RegExp.prototype, "exec", descriptor);
  return scanned;
}

/**
 * Counts the work that code of this package does, and does not time it: how often each block of
 * code runs, as the coverage of V8 counts it, and how many characters regular expressions pass over.
 */
export async function openStepCounter(): Promise<(run: () => void) => Promise<number>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return async (run) => {
    // Taking the counts sets them back to nothing.
    await session.post("Profiler.takePreciseCoverage");
    const scanned = countScanned(run);
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url.includes("/packages/exchange/src/"))
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, scanned);
  };
}
