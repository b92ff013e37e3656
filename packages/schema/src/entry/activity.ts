import { z } from "zod";
import { PartialDate, Period } from "../value/partial-date.ts";
import { PrintedName } from "./person.ts";
import { Text, WebUrl } from "../value/text.ts";

export const Talk = z
  .strictObject({
    title: Text.optional().describe("Title of the talk."),
    series: Text.optional().describe("Seminar series or symposium."),
    host: Text.optional().describe("University, company, workshop or group that invited."),
    organisers: z.array(PrintedName).default([]).describe("Who organised the event."),
    place: Text.optional().describe("City, country, or both."),
    date: PartialDate.describe("When it was given."),
    url: WebUrl.optional().describe("A page about the talk, or its slides."),
  })
  .meta({ id: "Talk", description: "An invited talk. It needs a title, a series or a host." });

export const Course = z
  .strictObject({
    title: Text.describe("Title of the course."),
    code: Text.optional().describe("Its number in the catalogue, such as CS101."),
    audience: Text.optional().describe("Such as MSc students."),
    institution: Text.describe("Where it was taught."),
    date: PartialDate.describe("When it was taught, such as 2024."),
    url: WebUrl.optional().describe("Home page of the course."),
  })
  .meta({ id: "Course", description: "A course taught." });

export const TutorialRole = z.enum(["organiser", "co-organiser", "presenter"]);

export const Tutorial = z
  .strictObject({
    title: Text.describe("Title of the tutorial."),
    event: Text.describe("Where it was given, such as ICASSP 2024."),
    place: Text.optional().describe("City, country, or both."),
    date: PartialDate.describe("When it was given."),
    roles: z
      .array(TutorialRole)
      .min(1, "needs at least one role")
      .describe("What you were, such as [organiser, presenter]."),
    minutes: z.int().positive().optional().describe("Length in minutes."),
    description: Text.optional().describe("What it was about, in a sentence."),
    url: WebUrl.optional().describe("Home page of the tutorial."),
  })
  .meta({
    id: "Tutorial",
    description: "A tutorial given. Those one (co-)organised are also listed under organisation.",
  });

export const Mentee = z
  .strictObject({
    names: z
      .array(PrintedName)
      .min(1, "needs at least one name")
      .describe("Who was mentored, such as [Ann Example]."),
    level: z
      .enum(["phd", "master", "undergraduate"])
      .describe("How far they were in their studies."),
    role: Text.optional().describe("Role of the owner, such as Research Advisor."),
    programme: Text.optional().describe("What they studied, such as MSc Physics."),
    institution: Text.describe("Where they studied."),
    period: Period.describe("From when to when."),
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
    year: z
      .string()
      .regex(/^\d{4}$/, "must be a year such as 2024")
      .describe("The year, such as 2024."),
    kind: ServiceKind.describe("What was done; an area chair of a conference is `area-chair`."),
    venues: z
      .array(Text)
      .min(1, "needs at least one venue")
      .describe("Conferences, journals, funding bodies or institutions."),
  })
  .meta({ id: "Service", description: "Reviewing, chairing and other service in one year." });

export const Organisation = z
  .strictObject({
    kind: z
      .enum(["conference", "competition", "tutorial", "meetup", "panel"])
      .describe("What was organised."),
    event: Text.describe("Name of the event, such as ICML 2024."),
    title: Text.optional().describe(
      "Name of the part organised, such as a competition or a panel.",
    ),
    role: Text.optional().describe("Such as Programme Chair."),
    place: Text.optional().describe("City, country, or both."),
    date: PartialDate.describe("When it was held."),
    url: WebUrl.optional().describe("Home page of the event."),
  })
  .meta({ id: "Organisation", description: "An event organised, or a panel sat on." });

export const MediaItem = z
  .strictObject({
    title: Text.describe("Title of the piece."),
    outlet: Text.describe("Where it appeared, such as a newspaper."),
    date: PartialDate.describe("When it appeared."),
    url: WebUrl.optional().describe("The piece itself."),
  })
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
