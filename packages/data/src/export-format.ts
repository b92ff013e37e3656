import { type Loss, toBibtex, toCslJson, toJsonResume, toRis, type WorkLoss } from "@triptych/exchange";
import type { Cv } from "@triptych/schema";

/** What an export holds, and what its format had no place for. */
export interface Exported {
  text: string;
  losses: readonly (Loss | WorkLoss)[];
}

/** The formats a record can leave in, by the names of the command. */
export const EXPORT_FORMATS = {
  bibtex: (cv) => toBibtex(cv),
  ris: (cv) => toRis(cv),
  "csl-json": (cv) => toCslJson(cv),
  "json-resume": (cv) => toJsonResume(cv),
} as const satisfies Record<string, (cv: Cv) => Exported>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export function isExportFormat(name: string): name is ExportFormat {
  return name in EXPORT_FORMATS;
}

/** Losses in few lines: `14 works: status, because …`, the most frequent first. */
export function formatLosses(losses: readonly (Loss | WorkLoss)[]): string {
  const groups = Map.groupBy(losses, ({ field, reason }) => `${field}: ${reason}`);
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([what, all]) => {
      const works = all.flatMap((loss) => ("workId" in loss ? [loss.workId] : []));
      const shown = works.length === 0 ? "" : ` (${works.slice(0, 3).join(", ")}${works.length > 3 ? ` and ${works.length - 3} more` : ""})`;
      return `not held  ${what}${shown}`;
    })
    .join("\n");
}
