import { z } from "zod";
import { PartialDate } from "./value/partial-date.ts";
import { SectionId } from "./section.ts";
import { Id, Text } from "./value/text.ts";
import { Honour } from "./work/work.ts";
import { AppearanceKind } from "./work-kind.ts";

export const WorkSelection = z
  .strictObject({
    ids: z.array(Id).optional().describe("These works and no others."),
    kinds: z
      .array(AppearanceKind)
      .optional()
      .describe("Kinds of the appearance a work is cited by."),
    honours: z.array(Honour).optional().describe("Works with at least one of these."),
    author: z
      .array(z.enum(["first", "last"]))
      .optional()
      .describe("Where the owner stands in the author list."),
    atMost: z.int().positive().optional().describe("Only so many, the first ones of the record."),
  })
  .meta({
    id: "WorkSelection",
    description: "Which works a variant shows; all conditions must hold.",
  });

export const Variant = z
  .strictObject({
    id: Id.describe("Stable name; it becomes part of the address."),
    title: Text.describe("What the document is called, such as Short CV."),
    sections: z
      .array(SectionId)
      .min(1, "needs at least one section")
      .optional()
      .describe("In this order; left out, all of them in the usual order."),
    works: WorkSelection.optional().describe("Which works it shows; left out, all of them."),
    since: PartialDate.optional().describe("Only what is dated then or later, or goes on."),
    until: PartialDate.optional().describe("Only what is dated then or earlier."),
    pages: z.int().positive().optional().describe("How many pages the PDF may have at most."),
  })
  .meta({
    id: "Variant",
    description: "A selection of the record under a name of its own, such as a short CV.",
  });

export type Variant = z.output<typeof Variant>;
export type WorkSelection = z.output<typeof WorkSelection>;
