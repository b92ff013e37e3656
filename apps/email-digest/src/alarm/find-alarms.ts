import { ALARMS } from "./alarms.ts";
import type { Alarm, Watched } from "./alarm.ts";

/** Everything that is wrong now. */
export async function findAlarms(watched: Watched): Promise<Alarm[]> {
  const found = await Promise.all(
    ALARMS.map(async ({ kind, remedy, find }) =>
      (await find(watched)).map((sentence) => ({ kind, found: sentence, remedy })),
    ),
  );
  return found.flat();
}
