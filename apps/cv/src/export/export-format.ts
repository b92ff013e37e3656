import {
  type Loss,
  toBiblatex,
  toBibtex,
  toCsv,
  toCslJson,
  toJsonLd,
  toJsonResume,
  toRenderCv,
  toRis,
  type WorkLoss,
} from "@triptych/exchange";
import type { Cv } from "@triptych/schema";

/** What an export holds, and what its format had no place for. */
export interface Exported {
  text: string;
  losses: readonly (Loss | WorkLoss)[];
}

interface Format {
  write: (cv: Cv) => Exported;
  /** Name of the file in an archive. */
  file: string;
}

/** The formats a record can leave in, by the names of the command. */
export const EXPORT_FORMATS = {
  bibtex: { write: (cv) => toBibtex(cv), file: "publications.bib" },
  biblatex: { write: (cv) => toBiblatex(cv), file: "publications.biblatex.bib" },
  ris: { write: (cv) => toRis(cv), file: "publications.ris" },
  "csl-json": { write: (cv) => toCslJson(cv), file: "publications.csl.json" },
  "json-resume": { write: toJsonResume, file: "resume.json" },
  rendercv: { write: toRenderCv, file: "rendercv.yaml" },
  jsonld: { write: toJsonLd, file: "record.jsonld" },
  csv: { write: toCsv, file: "publications.csv" },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(EXPORT_FORMATS, name);
}

/** Losses in few lines: `14 works: status, because …`, the most frequent first. */
export function formatLosses(losses: readonly (Loss | WorkLoss)[]): string {
  const groups = Map.groupBy(losses, ({ field, reason }) => `${field}: ${reason}`);
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([what, all]) => {
      const works = all.flatMap((loss) => ("workId" in loss ? [loss.workId] : []));
      const shown =
        works.length === 0
          ? ""
          : " " +
            `(${works.slice(0, 3).join(", ")}${works.length > 3 ? ` and ${works.length - 3} more` : ""})`;
      return `not held  ${what}${shown}`;
    })
    .join("\n");
}
