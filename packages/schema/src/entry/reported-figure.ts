import { z } from "zod";
import { PartialDate } from "../value/partial-date.ts";
import { Text } from "../value/text.ts";

export const Measure = z.enum([
  "works",
  "core-a-star-papers",
  "core-a-papers",
  "journal-papers",
  "first-author-papers",
  "last-author-papers",
  "citations",
  "h-index",
  "i10-index",
  "grants-total",
]);

export const ReportedFigure = z
  .strictObject({
    measure: Measure.describe("What was counted."),
    value: z.number().nonnegative().describe("The figure, in plain digits such as 1250."),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be a currency code of three capitals such as USD (ISO 4217)")
      .optional()
      .describe("Of money, the code of the currency, such as USD (ISO 4217)."),
    asOf: PartialDate.optional().describe("The day the figure was read."),
    asOfPrinted: Text.optional().describe(
      "The day as the source prints it, where that can be read in two ways.",
    ),
    source: Text.describe("Where the figure was reported."),
  })
  .meta({
    id: "ReportedFigure",
    description:
      "A figure as someone reported it; it is shown as reported and compared with the record.",
  });

export type Measure = z.output<typeof Measure>;
export type ReportedFigure = z.output<typeof ReportedFigure>;
