import { z } from "zod";
import { Institution } from "../value/institution.ts";
import { Money } from "../value/money.ts";
import { PartialDate, Period } from "../value/partial-date.ts";
import { PrintedName } from "./person.ts";
import { Text, WebUrl } from "../value/text.ts";

export const Education = z
  .strictObject({
    degree: Text.describe("Such as Ph.D. or M.A."),
    field: Text.optional().describe("Subject of the degree."),
    institution: Institution.describe("Where the degree was taken."),
    period: Period.describe("From when to when you studied."),
    distinction: Text.optional().describe("Such as summa cum laude."),
    supervisors: z.array(PrintedName).default([]).describe("Who supervised the thesis."),
  })
  .meta({ id: "Education", description: "A degree." });

export const Position = z
  .strictObject({
    title: Text.describe("What the post is called, such as Lecturer."),
    institution: Institution.describe("Where the post is or was."),
    period: Period.describe("From when to when."),
    hosts: z.array(PrintedName).default([]).describe("Whose guest you were."),
    supervisors: z.array(PrintedName).default([]).describe("Who led you there."),
    highlights: z.array(Text).default([]).describe("What was done or achieved there, one a line."),
  })
  .meta({ id: "Position", description: "A post held." });

export const Award = z
  .strictObject({
    title: Text.describe("Name of the award."),
    bodies: z.array(Text).default([]).describe("Who gave it."),
    place: Text.optional().describe("Where it was given, such as Stockholm."),
    date: PartialDate.describe("When it was given."),
    selectivity: z
      .number()
      .positive()
      .max(100)
      .optional()
      .describe("Share of candidates who received it, in per cent."),
    url: WebUrl.optional().describe("A page about the award."),
  })
  .meta({
    id: "Award",
    description: "An award, prize, scholarship or other honour of the person.",
  });

export const Grant = z
  .strictObject({
    title: Text.describe("Name of the grant or of its project."),
    funders: z
      .array(Text)
      .min(1, "needs at least one funding body")
      .describe("Who gives the money, such as [European Research Council]."),
    amount: Money.optional().describe("Left out where it is not known or not public."),
    equivalent: Money.optional().describe("The amount in another currency, as reported."),
    period: Period.describe("From when to when it runs."),
    role: z
      .enum(["pi", "co-pi", "co-investigator", "collaborator"])
      .optional()
      .describe("Left out where it is not known."),
    coInvestigators: z.array(PrintedName).default([]).describe("Who holds it with you."),
    declined: z.boolean().default(false).describe("Offered and turned down."),
    url: WebUrl.optional().describe("A page about the grant."),
  })
  .meta({ id: "Grant", description: "Money granted for research." });

export type Education = z.output<typeof Education>;
export type Position = z.output<typeof Position>;
export type Award = z.output<typeof Award>;
export type Grant = z.output<typeof Grant>;
