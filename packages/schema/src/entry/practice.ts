import { z } from "zod";
import { PartialDate, Period } from "../value/partial-date.ts";
import { PrintedName } from "./person.ts";
import { Text, WebUrl } from "../value/text.ts";

export const Exhibition = z
  .strictObject({
    title: Text,
    form: z.enum(["solo", "group"]).optional(),
    role: z
      .enum(["artist", "curator"])
      .default("artist")
      .describe("Whether the owner showed work or curated."),
    institution: Text.describe("Museum, gallery or other house."),
    place: Text.optional(),
    period: Period.describe("From its opening to its end."),
    partners: z.array(PrintedName).default([]).describe("Who showed or curated with the owner."),
    url: WebUrl.optional(),
  })
  .meta({
    id: "Exhibition",
    description: "An exhibition in which the owner showed work, or which the owner curated.",
  });

export const Project = z
  .strictObject({
    title: Text,
    role: Text.optional(),
    organisation: Text.optional().describe("Whose project it is or was."),
    period: Period,
    description: Text.optional(),
    highlights: z.array(Text).default([]).describe("What came of it, one a line."),
    url: WebUrl.optional(),
  })
  .meta({
    id: "Project",
    description: "A project worked on: a product, a building, open source, an edition.",
  });

export const Consulting = z
  .strictObject({
    client: Text.describe("Who was advised."),
    title: Text.optional().describe("What about."),
    place: Text.optional(),
    period: Period,
    description: Text.optional(),
    url: WebUrl.optional(),
  })
  .meta({
    id: "Consulting",
    description: "Advice or an expert opinion given to a company or a public body.",
  });

export const Certificate = z
  .strictObject({
    title: Text,
    body: Text.optional().describe("Who issued it."),
    date: PartialDate,
    expires: PartialDate.optional(),
    url: WebUrl.optional(),
  })
  .meta({ id: "Certificate", description: "A licence or certificate." });

export const Membership = z
  .strictObject({
    body: Text.describe("Society, academy or association."),
    role: Text.optional().describe("Such as Fellow or Treasurer; left out for a member."),
    period: Period,
    url: WebUrl.optional(),
  })
  .meta({ id: "Membership", description: "Membership of a learned or professional body." });

export const SkillArea = z
  .strictObject({
    area: Text.describe("What the skills have in common, such as Programming."),
    skills: z.array(Text).min(1, "needs at least one skill"),
    level: Text.optional().describe("How well, in your own words."),
  })
  .meta({ id: "SkillArea", description: "Skills of one area." });

export const Language = z
  .strictObject({
    language: Text,
    level: z
      .enum(["native", "c2", "c1", "b2", "b1", "a2", "a1"])
      .optional()
      .describe("Level of the Common European Framework of Reference, or native."),
    note: Text.optional().describe("Such as reading only."),
  })
  .meta({ id: "Language", description: "A language the owner speaks or reads." });

export const Reference = z
  .strictObject({
    name: PrintedName,
    position: Text.optional(),
    institution: Text.optional(),
    email: z
      .email({ error: "must be an e-mail address such as name@example.org" })
      .optional()
      .describe("It will be public; ask first."),
    statement: Text.optional().describe("What they wrote, as they wrote it."),
    url: WebUrl.optional(),
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
