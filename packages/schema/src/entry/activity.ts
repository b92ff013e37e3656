import { z } from "zod";
import { PartialDate, Period } from "../value/partial-date.ts";
import { PrintedName } from "./person.ts";
import { Text, WebUrl } from "../value/text.ts";

export const Talk = z
  .strictObject({
    title: Text.optional(),
    series: Text.optional().describe("Seminar series or symposium."),
    host: Text.optional().describe("University, company, workshop or group that invited."),
    organisers: z.array(PrintedName).default([]),
    place: Text.optional(),
    date: PartialDate,
    url: WebUrl.optional(),
  })
  .meta({ id: "Talk", description: "An invited talk. It needs a title, a series or a host." });

export const Course = z
  .strictObject({
    title: Text,
    code: Text.optional(),
    audience: Text.optional().describe("Such as MSc students."),
    institution: Text,
    date: PartialDate,
    url: WebUrl.optional(),
  })
  .meta({ id: "Course", description: "A course taught." });

export const TutorialRole = z.enum(["organiser", "co-organiser", "presenter"]);

export const Tutorial = z
  .strictObject({
    title: Text,
    event: Text.describe("Where it was given, such as ICASSP 2024."),
    place: Text.optional(),
    date: PartialDate,
    roles: z.array(TutorialRole).min(1, "needs at least one role"),
    minutes: z.int().positive().optional().describe("Length in minutes."),
    description: Text.optional(),
    url: WebUrl.optional(),
  })
  .meta({
    id: "Tutorial",
    description: "A tutorial given. Those one (co-)organised are also listed under organisation.",
  });

export const Mentee = z
  .strictObject({
    names: z.array(PrintedName).min(1, "needs at least one name"),
    level: z.enum(["phd", "master", "undergraduate"]),
    role: Text.optional().describe("Role of the owner, such as Research Advisor."),
    programme: Text.optional(),
    institution: Text,
    period: Period,
    outcome: Text.optional().describe("What they did next."),
  })
  .meta({
    id: "Mentee",
    description: "Students mentored; several names where they were mentored together.",
  });

export const ServiceKind = z.enum([
  "area-chair",
  "programme-committee",
  "conference-reviewer",
  "journal-reviewer",
  "book-reviewer",
  "grant-reviewer",
  "editor",
  "examiner",
  "committee",
]);

export const Service = z
  .strictObject({
    year: z.string().regex(/^\d{4}$/, "must be a year such as 2024"),
    kind: ServiceKind,
    venues: z
      .array(Text)
      .min(1, "needs at least one venue")
      .describe("Conferences, journals, funding bodies or institutions."),
  })
  .meta({ id: "Service", description: "Reviewing, chairing and other service in one year." });

export const Organisation = z
  .strictObject({
    kind: z.enum(["conference", "competition", "tutorial", "meetup", "panel"]),
    event: Text,
    title: Text.optional().describe(
      "Name of the part organised, such as a competition or a panel.",
    ),
    role: Text.optional(),
    place: Text.optional(),
    date: PartialDate,
    url: WebUrl.optional(),
  })
  .meta({ id: "Organisation", description: "An event organised, or a panel sat on." });

export const MediaItem = z
  .strictObject({ title: Text, outlet: Text, date: PartialDate, url: WebUrl.optional() })
  .meta({
    id: "MediaItem",
    description: "Coverage in the press or on an institution's news page.",
  });

export type Talk = z.output<typeof Talk>;
export type Course = z.output<typeof Course>;
export type Tutorial = z.output<typeof Tutorial>;
export type Mentee = z.output<typeof Mentee>;
export type Service = z.output<typeof Service>;
export type Organisation = z.output<typeof Organisation>;
export type MediaItem = z.output<typeof MediaItem>;
