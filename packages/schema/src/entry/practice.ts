import { z } from "zod";
import { PartialDate, Period } from "../value/partial-date.ts";
import { PrintedName } from "./person.ts";
import { Text, WebUrl } from "../value/text.ts";

export const Exhibition = z
  .strictObject({
    title: Text.describe("Title of the exhibition."),
    form: z.enum(["solo", "group"]).optional().describe("Whether others showed work too."),
    role: z
      .enum(["artist", "curator"])
      .default("artist")
      .describe("Whether the owner showed work or curated."),
    institution: Text.describe("Museum, gallery or other house."),
    place: Text.optional().describe("City, country, or both."),
    period: Period.describe("From its opening to its end."),
    partners: z.array(PrintedName).default([]).describe("Who showed or curated with the owner."),
    url: WebUrl.optional().describe("A page about the exhibition."),
  })
  .meta({
    id: "Exhibition",
    description: "An exhibition in which the owner showed work, or which the owner curated.",
  });

export const Project = z
  .strictObject({
    title: Text.describe("Name of the project."),
    role: Text.optional().describe("What you are or were in it, such as Maintainer."),
    organisation: Text.optional().describe("Whose project it is or was."),
    period: Period.describe("From when to when."),
    description: Text.optional().describe("What it is, in a sentence."),
    highlights: z.array(Text).default([]).describe("What came of it, one a line."),
    url: WebUrl.optional().describe("Home page of the project."),
  })
  .meta({
    id: "Project",
    description: "A project worked on: a product, a building, open source, an edition.",
  });

export const Consulting = z
  .strictObject({
    client: Text.describe("Who was advised."),
    title: Text.optional().describe("What about."),
    place: Text.optional().describe("City, country, or both."),
    period: Period.describe("From when to when."),
    description: Text.optional().describe("What the advice was, in a sentence."),
    url: WebUrl.optional().describe("A page about it."),
  })
  .meta({
    id: "Consulting",
    description: "Advice or an expert opinion given to a company or a public body.",
  });

export const Certificate = z
  .strictObject({
    title: Text.describe("Name of the licence or certificate."),
    body: Text.optional().describe("Who issued it."),
    date: PartialDate.describe("When it was issued."),
    expires: PartialDate.optional().describe("When it ends."),
    url: WebUrl.optional().describe("A page on which it can be verified."),
  })
  .meta({ id: "Certificate", description: "A licence or certificate." });

export const Membership = z
  .strictObject({
    body: Text.describe("Society, academy or association."),
    role: Text.optional().describe("Such as Fellow or Treasurer; left out for a member."),
    period: Period.describe("From when to when."),
    url: WebUrl.optional().describe("Home page of the body."),
  })
  .meta({ id: "Membership", description: "Membership of a learned or professional body." });

export const SkillArea = z
  .strictObject({
    area: Text.describe("What the skills have in common, such as Programming."),
    skills: z
      .array(Text)
      .min(1, "needs at least one skill")
      .describe("The skills, such as [Python, R]."),
    level: Text.optional().describe("How well, in your own words."),
  })
  .meta({ id: "SkillArea", description: "Skills of one area." });

export const Language = z
  .strictObject({
    language: Text.describe("Name of the language, such as German."),
    level: z
      .enum(["native", "c2", "c1", "b2", "b1", "a2", "a1"])
      .optional()
      .describe("Level of the Common European Framework of Reference, or native."),
    note: Text.optional().describe("Such as reading only."),
  })
  .meta({ id: "Language", description: "A language the owner speaks or reads." });

export const Reference = z
  .strictObject({
    name: PrintedName.describe("Who can be asked."),
    position: Text.optional().describe("What they are, such as Professor."),
    institution: Text.optional().describe("Where they work."),
    email: z
      .email({ error: "must be an e-mail address such as name@example.org" })
      .optional()
      .describe("It will be public; ask first."),
    statement: Text.optional().describe("What they wrote, as they wrote it."),
    url: WebUrl.optional().describe("Their home page."),
  })
  .meta({
    id: "Reference",
    description: "Someone who can be asked about the owner. Whatever stands here is public.",
  });

export type Exhibition = z.output<typeof Exhibition>;
export type Project = z.output<typeof Project>;
export type Consulting = z.output<typeof Consulting>;
export type Certificate = z.output<typeof Certificate>;
export type Membership = z.output<typeof Membership>;
export type SkillArea = z.output<typeof SkillArea>;
export type Language = z.output<typeof Language>;
export type Reference = z.output<typeof Reference>;
