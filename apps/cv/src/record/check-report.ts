import { formatFault, type LoadResult } from "@triptych/data";
import type { Paint } from "@triptych/terminal";
import { listVariants, pdfFileName } from "@triptych/view/variant";
import { language } from "../words.ts";

function count(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? "" : "s"}`;
}

/** Addresses of the PDFs below that of the site. */
const listDocuments = (result: LoadResult): string[] =>
  result.kind === "valid"
    ? listVariants(result.cv, language).map((variant) => `/${pdfFileName(variant)}`)
    : [];

/** One line for each fault and warning, and a last one that counts them and names the PDFs. */
export function formatReport(result: LoadResult, paint: Paint): string {
  const faults = result.kind === "valid" ? [] : result.faults;
  const warnings = count(result.warnings.length, "warning");
  const summary =
    result.kind === "valid"
      ? paint(
          "green",
          `valid: ${count(result.cv.publications.length, "publication")} from ` +
            `${count(result.files.length, "file")}, ${warnings}; ` +
            `PDFs at ${listDocuments(result).join(", ")}`,
        )
      : paint("red", count(faults.length, "fault"));
  return [
    ...faults.map(formatFault),
    ...result.warnings.map((warning) => `${paint("yellow", "warning")}  ${formatFault(warning)}`),
    summary,
  ].join("\n");
}

/** The same for programs. */
export function formatReportJson(result: LoadResult): string {
  const { kind, warnings } = result;
  return JSON.stringify(
    {
      valid: kind === "valid",
      faults: kind === "valid" ? [] : result.faults,
      warnings,
      documents: listDocuments(result),
    },
    null,
    2,
  );
}
