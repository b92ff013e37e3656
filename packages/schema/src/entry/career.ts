import { z } from "zod";
import { Institution } from "../value/institution.ts";
import { Money } from "../value/money.ts";
import { PartialDate, Period } from "../value/partial-date.ts";
import { PrintedName } from "./person.ts";
import { Text, WebUrl } from "../value/text.ts";

export const Education = z
  .strictObject({
    degree: Text,
    field: Text.optional().describe("Subject of the degree."),
    institution: Institution,
    period: Period,
    distinction: Text.optional(),
    supervisors: z.array(PrintedName).default([]),
  })
  .meta({ id: "Education", description: "A degree." });

export const Position = z
  .strictObject({
    title: Text,
    institution: Institution,
    period: Period,
    hosts: z.array(PrintedName).default([]),
    supervisors: z.array(PrintedName).default([]),
    highlights: z.array(Text).default([]).describe("What was done or achieved there, one a line."),
  })
  .meta({ id: "Position", description: "A post held." });

export const Award = z
  .strictObject({
    title: Text,
    bodies: z.array(Text).default([]).describe("Who gave it."),
    place: Text.optional(),
    date: PartialDate,
    selectivity: z
      .number()
      .positive()
      .max(100)
      .optional()
      .describe("Share of candidates who received it, in per cent."),
    url: WebUrl.optional(),
  })
  .meta({
    id: "Award",
    description: "An award, prize, scholarship or other honour of the person.",
  });

export const Grant = z
  .strictObject({
    title: Text,
    funders: z.array(Text).min(1, "needs at least one funding body"),
    amount: Money.optional().describe("Left out where it is not known or not public."),
    equivalent: Money.optional().describe("The amount in another currency, as reported."),
    period: Period,
    role: z
      .enum(["pi", "co-pi", "co-investigator", "collaborator"])
      .optional()
      .describe("Left out where it is not known."),
    coInvestigators: z.array(PrintedName).default([]),
    declined: z.boolean().default(false).describe("Offered and turned down."),
    url: WebUrl.optional(),
  })
  .meta({ id: "Grant", description: "Money granted for research." });

export type Education = z.output<typeof Education>;
export type Position = z.output<typeof Position>;
export type Award = z.output<typeof Award>;
export type Grant = z.output<typeof Grant>;
