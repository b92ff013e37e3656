import { type Cv, WORK_KINDS } from "@triptych/schema";
import type { Warning } from "./warning.ts";

/** Before this year nobody who keeps a record did anything in it. */
const EARLIEST = 1900;
/** What is accepted or planned is dated a few years ahead; more is a slip. */
const AHEAD = 5;

const DATE_KEYS: ReadonlySet<string> = new Set(["date", "start", "end", "year", "asOf"]);

function listDates(
  value: unknown,
  path: (string | number)[] = [],
): { path: (string | number)[]; date: string }[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => listDates(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    DATE_KEYS.has(key) && typeof item === "string"
      ? [{ path: [...path, key], date: item }]
      : listDates(item, [...path, key]),
  );
}

function explainDate(date: string, today: string): string | undefined {
  const year = Number(date.slice(0, 4));
  if (date === "present") return undefined;
  if (year < EARLIEST) return `${date} is long ago; is it a slip of the pen?`;
  if (year > Number(today.slice(0, 4)) + AHEAD)
    return `${date} is far ahead; is it a slip of the pen?`;
  return undefined;
}

function publishedAhead({ publications }: Cv, today: string): Warning[] {
  return publications.flatMap(({ appearances }, index) =>
    appearances.flatMap(({ date, status }, at): Warning[] => {
      if (status !== "published" || date === undefined || date <= today.slice(0, date.length))
        return [];
      return [
        {
          path: ["publications", index, "appearances", at, "date"],
          message:
            `${date} is still to come, and the status is published; write status: accepted, or ` +
            "correct the date",
        },
      ];
    }),
  );
}

/**
 * The first form of a work made public cannot be older than the person's first degree by decades;
 * what is known is whether a thesis precedes the studies.
 */
function thesisBeforeStudies({ publications, education }: Cv): Warning[] {
  const starts = education.map(({ period }) => period.start.slice(0, 4)).sort();
  const [first] = starts;
  if (first === undefined) return [];
  return publications.flatMap(({ appearances }, index) =>
    appearances.flatMap(({ kind, date }, at): Warning[] =>
      WORK_KINDS[kind].container === "school" && date !== undefined && date.slice(0, 4) < first
        ? [
            {
              path: ["publications", index, "appearances", at, "date"],
              message: `${date} is before the first studies of the record (${first})`,
            },
          ]
        : [],
    ),
  );
}

/**
 * Dates that are valid and hardly true.
 * @param today `YYYY-MM-DD`
 */
export function findSuspiciousDates(cv: Cv, today: string): Warning[] {
  const slips = listDates(cv).flatMap(({ path, date }): Warning[] => {
    const message = explainDate(date, today);
    return message === undefined ? [] : [{ path, message }];
  });
  return [...slips, ...publishedAhead(cv, today), ...thesisBeforeStudies(cv)];
}
